/** A person by their initials, as `src/ui/avatar.rs` draws them. */

const TINTS = 8;

function tint(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % TINTS;
}

/** See the top of this file. */
export function Face({ name }: { name: string }) {
  const letters = name.replace(/(\S)\S*(?:.*\s(\S)\S*)?/, '$1$2');
  return (
    <span className="avatar" data-tint={tint(name)} aria-hidden="true">
      {letters}
    </span>
  );
}
