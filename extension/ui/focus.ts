import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** What takes the focus when it comes: `autofocus` does so once in the life of a page. */
export function useFocusFirst<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}

/** What takes the focus back once something that it opened has gone, and the focus with it. */
export function useFocusBack<T extends HTMLElement>(isOpen: boolean): RefObject<T | null> {
  const opener = useRef<T>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const hasClosed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (hasClosed && document.activeElement === document.body) opener.current?.focus();
  }, [isOpen]);
  return opener;
}
