/** By which channel a conversation is held. */

import { Globe, Mail, Smartphone } from 'lucide-react';

/** A channel's word and picture, by Featurebase's name of it. */
const CHANNELS: Record<string, [string, typeof Globe]> = {
  desktop: ['Website', Globe],
  email: ['E-mail', Mail],
  ios: ['Mobile app', Smartphone],
  android: ['Mobile app', Smartphone],
};

/** What a channel is called. */
export function channelWord(name: string): string {
  return CHANNELS[name]?.[0] ?? name;
}

/** See the top of this file. */
export function Channel({ name }: { name: string }) {
  const [word, Icon] = CHANNELS[name] ?? [name, Globe];
  return (
    <span className="row-channel" role="img" aria-label={word} title={word}>
      <Icon className="icon" />
    </span>
  );
}
