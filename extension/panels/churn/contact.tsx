import type { JSX } from 'preact';
import { Icon } from '../../ui/icon.tsx';

/** Whether a fan may be written to: a mark and a word. */
export function Contact({ contactable }: { readonly contactable: boolean }): JSX.Element {
  return (
    <span class={contactable ? 'contact' : 'contact contact-none'}>
      <Icon name={contactable ? 'check' : 'close'} />
      {contactable ? 'Yes' : 'No'}
    </span>
  );
}
