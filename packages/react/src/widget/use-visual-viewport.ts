import { type RefObject, useEffect } from 'react';

/**
 * Tells the stylesheet how much of the window is left above an on-screen keyboard, as `--baton-viewport-height` and
 * `--baton-viewport-top` (px) on the element. Without it a phone's keyboard covers the composer.
 */
export function useVisualViewport(element: RefObject<HTMLElement | null>, isActive: boolean): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    const target = element.current;
    if (!isActive || !viewport || !target) return;
    const follow = () => {
      // Pinch zoom shrinks the visual viewport too, and must not move the panel about.
      if (viewport.scale > 1.01) return;
      target.style.setProperty('--baton-viewport-height', `${viewport.height}px`);
      target.style.setProperty('--baton-viewport-top', `${viewport.offsetTop}px`);
    };
    follow();
    viewport.addEventListener('resize', follow);
    viewport.addEventListener('scroll', follow);
    return () => {
      viewport.removeEventListener('resize', follow);
      viewport.removeEventListener('scroll', follow);
    };
  }, [element, isActive]);
}
