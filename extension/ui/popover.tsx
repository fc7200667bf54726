import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface PopoverProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Something that floats above a panel: takes the focus, and goes at Escape, at a press beside it, or when the focus leaves it. */
export function Popover({ label, onClose, children }: PopoverProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  // What had the focus before anything in here took it: the button that opened it, which closes it by itself.
  const opener = useRef(document.activeElement);
  const isOutside = (at: EventTarget | null): boolean =>
    at instanceof Node &&
    box.current?.contains(at) !== true &&
    opener.current?.contains(at) !== true;
  useEffect(() => {
    if (box.current?.contains(document.activeElement) !== true) box.current?.focus();
    const onDown = (event: Event): void => {
      if (isOutside(event.target)) onClose();
    };
    addEventListener('pointerdown', onDown);
    return () => {
      removeEventListener('pointerdown', onDown);
      // Whoever went elsewhere stays there.
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, []);
  return (
    <div
      class="popover"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      ref={box}
      onFocusOut={(event) => {
        if (isOutside(event.relatedTarget)) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {children}
    </div>
  );
}
