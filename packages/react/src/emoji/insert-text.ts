/** Focuses a box and writes where its caret is, as a person does: its page hears of it, and it can be undone. */
export function insertText(input: HTMLTextAreaElement, text: string): void {
  input.focus();
  // Old, but no newer way leaves the browser's undo whole.
  if (!text || document.execCommand('insertText', false, text)) return;
  input.setRangeText(text, input.selectionStart, input.selectionEnd, 'end');
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
