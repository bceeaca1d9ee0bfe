import type { ChoicesPart } from '@batonchat/protocol';
import { useId, useState } from 'react';
import { CheckIcon } from '../avatar/icons.js';
import type { AllLabels } from './english-parts.js';
import { useArrowKeys } from './use-arrow-keys.js';

/** What everything takes that is answered by a choice. */
export interface ChoosingProps {
  /** It waits for the visitor's answer. */
  isAsking: boolean;
  /** The ids that were chosen, or null where none were. */
  chosen: readonly string[] | null;
  /** Chooses, with what was chosen in words. Left out where it can't be chosen: not now, or not by this reader. */
  onChoose?: ((choiceIds: string[], label: string) => void) | undefined;
  labels: AllLabels;
}

/** Props of {@link Choices}. */
export interface ChoicesProps extends ChoosingProps {
  part: ChoicesPart;
}

/** What the visitor may answer by a press, or by several where that is asked; later, what was. */
export function Choices({ part, ...asked }: ChoicesProps) {
  const id = useId();
  const { choices, prompt } = part;
  const { onChoose, labels } = asked;
  const names = prompt ? { 'aria-labelledby': id } : { 'aria-label': labels.choices };
  return (
    <div className="baton-choices" data-described={choices.some(({ description }) => description)}>
      {prompt && (
        <p className="baton-choices-prompt" id={id} dir="auto">
          {prompt}
        </p>
      )}
      {!onChoose && <PastChoices part={part} names={names} {...asked} />}
      {onChoose && !part.isMultiple && <OneOf part={part} names={names} onChoose={onChoose} />}
      {onChoose && part.isMultiple && (
        <SomeOf part={part} names={names} onChoose={onChoose} labels={labels} />
      )}
    </div>
  );
}

type Names = { 'aria-labelledby': string } | { 'aria-label': string };
interface OfferProps {
  part: ChoicesPart;
  names: Names;
  onChoose: NonNullable<ChoosingProps['onChoose']>;
}

function OneOf({ part: { choices }, names, onChoose }: OfferProps) {
  const { current, group } = useArrowKeys('.baton-chip');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form
    <div className="baton-chips" role="group" {...names} {...group}>
      {choices.map((choice, index) => (
        <button
          key={choice.id}
          type="button"
          className="baton-chip"
          tabIndex={index === current ? 0 : -1}
          onClick={() => onChoose([choice.id], choice.label)}
        >
          <ChipText {...choice} />
        </button>
      ))}
    </div>
  );
}

function SomeOf({ part: { choices }, names, onChoose, labels }: OfferProps & { labels: AllLabels }) {
  const { current, group } = useArrowKeys('.baton-chip');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setPicked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const inOrder = choices.filter(({ id }) => picked.has(id));
  const confirm = () =>
    onChoose(
      inOrder.map(({ id }) => id),
      inOrder.map(({ label }) => label).join(', '),
    );
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form */}
      <div className="baton-chips" role="group" {...names} {...group}>
        {choices.map((choice, index) => (
          <button
            key={choice.id}
            type="button"
            className="baton-chip"
            aria-pressed={picked.has(choice.id)}
            tabIndex={index === current ? 0 : -1}
            onClick={() => toggle(choice.id)}
          >
            <span className="baton-chip-box">{picked.has(choice.id) && <CheckIcon />}</span>
            <ChipText {...choice} />
          </button>
        ))}
      </div>
      <button
        type="button"
        className="baton-button baton-button-primary"
        disabled={inOrder.length === 0}
        onClick={confirm}
      >
        {labels.confirmChoices}
      </button>
    </>
  );
}

/** What was offered, marked by what was chosen: no control any more. */
function PastChoices({
  part: { choices },
  names,
  chosen,
  labels,
}: ChoosingProps & Pick<OfferProps, 'part' | 'names'>) {
  return (
    <ul className="baton-chips" {...names}>
      {choices.map((choice) => {
        const isChosen = chosen?.includes(choice.id) ?? false;
        return (
          <li key={choice.id} className="baton-chip" data-chosen={isChosen}>
            {isChosen && <CheckIcon />}
            {isChosen && <span className="baton-hidden">{labels.chosen} </span>}
            <ChipText {...choice} />
          </li>
        );
      })}
    </ul>
  );
}

function ChipText({ label, description }: { label: string; description?: string | undefined }) {
  return (
    <span className="baton-chip-text" dir="auto">
      {label}
      {description && <span className="baton-chip-description">{description}</span>}
    </span>
  );
}
