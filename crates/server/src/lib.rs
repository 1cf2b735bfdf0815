//! inbox-server: the conversation APIs over one store, with identity, live events and a command
//! line.
//!
//! | module | the one thing it knows |
//! |---|---|
//! | [`store`] | what is kept, and that it is kept once |
//! | [`identity`] | who asks |
//! | [`live`] | who is told what, as it happens |
//! | [`http`] | what lies beneath every route, and the routes that are no vendor's |
//! | [`delivery`] | the services that carry messages out of the house |
//! | [`media`] | the files that messages carry |
//! | `crm`, `featurebase`, `intercom`, `stack_auth`, `voicebot` | the routes of these APIs |
//! | [`background`] | what the server does by itself |
//! | [`demo`] | what a demo begins with |
//! | [`cli`] | the command line |
//! | [`id`], [`clock`] | fresh ids, and the time |

pub mod background;
pub mod cli;
pub mod clock;
mod crm;
pub mod delivery;
pub mod demo;
mod featurebase;
pub mod http;
pub mod id;
pub mod identity;
mod intercom;
pub mod live;
pub mod media;
mod stack_auth;
pub mod store;
mod voicebot;
