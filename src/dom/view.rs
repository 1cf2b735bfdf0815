//! An [`El`] where Leptos takes a view: at the root, and in tests.

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::view::{Mountable, Position, PositionState};
use send_wrapper::SendWrapper;
use web_sys::{Element, Node};

use super::el::{El, Kept};

/// An [`El`] in its place.
pub struct Mounted {
    /// First and last; between them stands what belongs to a group.
    ends: Option<(Node, Node)>,
    /// The element or, until it is mounted, the group.
    node: Node,
    _kept: SendWrapper<Vec<Kept>>,
}

impl Render for El {
    type State = Mounted;

    fn build(self) -> Mounted {
        let made = self.0.take();
        let node = made.node;
        let ends = if node.node_type() == Node::DOCUMENT_FRAGMENT_NODE {
            node.first_child().zip(node.last_child())
        } else {
            Some((node.clone(), node.clone()))
        };
        Mounted { ends, node, _kept: SendWrapper::new(made.kept) }
    }

    fn rebuild(self, state: &mut Mounted) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        let Some((first, last)) = &self.ends else { return };
        let Some(parent) = first.parent_node() else { return };
        let mut next = Some(first.clone());
        while let Some(node) = next {
            next = node.next_sibling().filter(|_| node != *last);
            let _ = parent.remove_child(&node);
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        let _ = parent.insert_before(&self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some((first, _)) = &self.ends else { return false };
        let Some(parent) = first.parent_element() else { return false };
        child.mount(&parent, Some(first));
        true
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}

no_attrs!(El);

impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    /// Views are made in a browser only.
    fn to_html_with_buf(
        self,
        _buf: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        _cursor: &Cursor,
        _position: &PositionState,
    ) -> Mounted {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
