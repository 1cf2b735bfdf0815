//! The program, with a store of its own.

use std::path::PathBuf;
use std::process::{Output, Stdio};
use std::time::Duration;

use inbox_server::id;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

const PROGRAM: &str = env!("CARGO_BIN_EXE_inbox-server");

/// How long anything may take that takes a moment.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// A folder that is gone with the test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        let name = format!("inbox-server-process-{}", id::hex(&id::random::<8>().unwrap()));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn path(&self) -> &PathBuf {
        &self.0
    }

    /// The program in this folder, without what the environment might tell it.
    fn program(&self) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .current_dir(&self.0)
            .env_remove("INBOX_DATABASE")
            .env_remove("PORT")
            .kill_on_drop(true);
        command
    }

    fn log_file(&self) -> std::fs::File {
        std::fs::File::create(self.0.join("server.log")).unwrap()
    }

    /// What the last server has logged.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.0.join("server.log")).unwrap()
    }

    /// Runs a command to its end.
    pub(crate) async fn run(&self, arguments: &[&str]) -> Output {
        self.program().args(arguments).stdin(Stdio::null()).output().await.unwrap()
    }

    /// Runs a command that works; what it says.
    pub(crate) async fn say(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments).await;
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {error}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Starts the server on a free port.
    pub(crate) async fn serve(&self, arguments: &[&str]) -> Server {
        let mut child = self
            .program()
            .args(["serve", "--port", "0"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(self.log_file())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = tokio::time::timeout(PATIENCE, lines.next_line()).await.unwrap();
        let line = line.unwrap().expect("the server says where it listens");
        let address = line.strip_prefix("listening on http://").unwrap().to_owned();
        Server { child, address }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub(crate) struct Server {
    pub(crate) child: Child,
    pub(crate) address: String,
}

impl Server {
    /// Ends it at once, as a power cut does.
    pub(crate) async fn kill(mut self) {
        self.child.start_kill().unwrap();
        self.child.wait().await.unwrap();
    }

    /// Asks it to end; its exit code.
    pub(crate) async fn stop(mut self) -> Option<i32> {
        let number = self.child.id().unwrap().to_string();
        // The shell's own `kill`: not every system has a program of that name.
        let kill = format!("kill -TERM {number}");
        let sent = Command::new("sh").args(["-c", &kill]).status().await.unwrap();
        assert!(sent.success());
        let status = tokio::time::timeout(PATIENCE, self.child.wait()).await.unwrap();
        status.unwrap().code()
    }
}
