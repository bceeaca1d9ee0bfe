import type { MessageRow } from '@batonchat/core';
import type { Answer, Part } from '@batonchat/protocol';
import type { Labels } from '../labels.js';
import { FormAnswerView, RatingAnswerView } from './answers.js';
import { Cards } from './carousel.js';
import { Choices } from './choices.js';
import { withPartLabels } from './english-parts.js';
import { FileAttachment } from './file-attachment.js';
import { Form } from './form.js';
import { useParts } from './parts-provider.js';
import { Picture } from './picture.js';
import { Rating } from './rating.js';

/** In one file with the parts: all are fetched once there is a conversation. */
export { ComposerTools } from '../composer/composer-tools.js';
export { RefusalWords } from './refusal-words.js';
export { spokenParts } from './spoken-parts.js';

/** Props of {@link PartView}. */
export interface PartViewProps {
  part: Part;
  row: MessageRow;
  labels: Labels;
}

const ofType = <Type extends Answer['type']>(answer: Answer | null, type: Type) =>
  answer?.type === type ? (answer as Extract<Answer, { type: Type }>) : null;

/** Any part but text, with the page's own component where there is one. */
export function PartView({ part, row, labels: some }: PartViewProps) {
  const { onAnswer, slots = {} } = useParts();
  const labels = withPartLabels(some);
  const { messageId, isAsking } = row;
  const say = onAnswer && isAsking ? onAnswer : undefined;
  const asked = {
    isAsking,
    onChoose:
      say && ((choiceIds: string[], label: string) => say({ type: 'choice', messageId, choiceIds, label })),
    chosen: ofType(row.answer, 'choice')?.choiceIds ?? null,
    labels,
  };
  switch (part.type) {
    case 'image': {
      const Slot = slots.Picture ?? Picture;
      return <Slot picture={part} name={part.name} labels={labels} />;
    }
    case 'file': {
      const Slot = slots.FileAttachment ?? FileAttachment;
      return <Slot file={part} labels={labels} />;
    }
    case 'choices': {
      const Slot = slots.Choices ?? Choices;
      return <Slot part={part} {...asked} />;
    }
    case 'card':
    case 'carousel': {
      const Slot = slots.Cards ?? Cards;
      return <Slot cards={part.type === 'card' ? [part] : part.cards} {...asked} />;
    }
    case 'form': {
      const Slot = slots.Form ?? Form;
      return (
        <Slot
          form={part}
          isAsking={isAsking}
          isAnswered={row.answer !== null}
          onSubmit={say && ((values) => say({ type: 'form-answer', messageId, values }))}
          labels={labels}
        />
      );
    }
    case 'rating': {
      const Slot = slots.Rating ?? Rating;
      const { kind } = part;
      return (
        <Slot
          part={part}
          isAsking={isAsking}
          score={ofType(row.answer, 'rating-answer')?.score ?? null}
          onRate={
            say && ((score, comment) => say({ type: 'rating-answer', messageId, kind, score, comment }))
          }
          labels={labels}
        />
      );
    }
    case 'form-answer':
      return <FormAnswerView answer={part} labels={labels} />;
    case 'rating-answer':
      return <RatingAnswerView answer={part} labels={labels} />;
    default:
      return null;
  }
}
