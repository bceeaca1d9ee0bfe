import { PersonIcon } from '../avatar/icons.js';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';

/** Props of {@link TalkToHumanButton}. */
export interface TalkToHumanButtonProps {
  onRequest: () => void;
  /** True while a human is asked for or here: the button is absent. */
  isHidden?: boolean;
  labels?: Labels;
}

/** Asks for a human. It needs no typing and no luck with the bot. */
export function TalkToHumanButton({
  onRequest,
  isHidden = false,
  labels = visitorLabels,
}: TalkToHumanButtonProps) {
  if (isHidden) return null;
  return (
    <button type="button" className="baton-button baton-talk" onClick={() => onRequest()}>
      <PersonIcon />
      {labels.talkToHuman}
    </button>
  );
}
