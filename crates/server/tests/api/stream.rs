//! A live stream as a client reads it.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::Request;
use inbox_dialects::live::{SseEvent, SseParser};
use tower::ServiceExt;

use crate::server::Server;

pub(crate) struct Stream {
    body: BodyDataStream,
    parser: SseParser,
    ready: std::collections::VecDeque<SseEvent>,
    passed: Vec<SseEvent>,
}

impl Stream {
    /// Opens a stream and waits for its first event.
    pub(crate) async fn open(server: &Server, token: &str, last_event_id: Option<&str>) -> Self {
        Self::open_with(server, token, last_event_id, &[]).await
    }

    /// The same with further headers.
    pub(crate) async fn open_with(
        server: &Server,
        token: &str,
        last_event_id: Option<&str>,
        headers: &[(&'static str, &str)],
    ) -> Self {
        let mut request = Request::get("/live").header("authorization", format!("Bearer {token}"));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(id) = last_event_id {
            request = request.header("last-event-id", id);
        }
        let request = request.body(Body::empty()).unwrap();
        let response = server.router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let body = response.into_body().into_data_stream();
        let ready = std::collections::VecDeque::new();
        let mut stream = Self { body, parser: SseParser::default(), ready, passed: Vec::new() };
        let first = stream.any().await.unwrap();
        stream.ready.push_front(first);
        stream
    }

    /// Opens a stream and lets it go again; the status.
    pub(crate) async fn status(server: &Server, token: &str) -> u16 {
        let request = Request::get("/live").header("authorization", format!("Bearer {token}"));
        let request = request.body(Body::empty()).unwrap();
        server.router.clone().oneshot(request).await.unwrap().status().as_u16()
    }

    /// The next event, whatever it is; `None` at the end of the stream.
    pub(crate) async fn any(&mut self) -> Option<SseEvent> {
        while self.ready.is_empty() {
            let stream = &mut self.body;
            let chunk = std::future::poll_fn(|context| {
                futures_core::Stream::poll_next(std::pin::Pin::new(&mut *stream), context)
            });
            let chunk = tokio::time::timeout(Duration::from_secs(20), chunk).await;
            let chunk = chunk.expect("the stream tells something in time")?;
            self.ready.extend(self.parser.push(&chunk.unwrap()));
        }
        self.ready.pop_front()
    }

    /// Waits for the end of the stream, which comes in time.
    pub(crate) async fn ends(mut self) {
        let end = async { while self.any().await.is_some() {} };
        tokio::time::timeout(Duration::from_secs(20), end).await.expect("the stream ends");
    }

    /// The next event of this name; others are kept aside.
    pub(crate) async fn next(&mut self, name: &str) -> SseEvent {
        loop {
            let event = self.any().await.expect("the stream goes on");
            if event.name == name {
                return event;
            }
            self.passed.push(event);
        }
    }

    /// What was passed over so far.
    pub(crate) fn passed(&self) -> &[SseEvent] {
        &self.passed
    }

    /// The id that the stream began with.
    pub(crate) fn first_id(&self) -> String {
        self.passed.iter().chain(&self.ready).find_map(|event| event.id.clone()).unwrap()
    }
}
