//! Featurebase Conversations API, 2026-01-01.nova.
