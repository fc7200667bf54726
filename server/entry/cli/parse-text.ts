import { InvalidArgumentError } from 'commander';

/**
 * A text, without blanks around it. Commander takes the next option for a text that was left out; here that is
 * refused, like an empty one, with what is needed.
 */
export function parseText(needed: string): (text: string) => string {
  return (text) => {
    if (text.startsWith('--')) throw new InvalidArgumentError(`${needed} ${text} is an option.`);
    if (text.trim() !== '') return text.trim();
    throw new InvalidArgumentError(needed);
  };
}
