import type { CardAction, Card as CardContent } from '@batonchat/protocol';
import { useId } from 'react';
import { CheckIcon } from '../avatar/icons.js';
import { Markdown } from '../markdown/markdown.js';
import { safeHref } from '../markdown/safe-href.js';
import type { ChoosingProps } from './choices.js';
import { ExternalIcon } from './part-icons.js';
import { Picture } from './picture.js';

/** Props of {@link Card}. */
export interface CardProps extends ChoosingProps {
  card: CardContent;
}

/** A title with a picture, a text and up to three ways on. */
export function Card({ card, ...asked }: CardProps) {
  const id = useId();
  const { title, text, image, actions = [] } = card;
  return (
    <article className="baton-tile" aria-labelledby={id}>
      {image && <Picture picture={image} name={image.alt || title} isPlain labels={asked.labels} />}
      <div className="baton-tile-body">
        <p className="baton-tile-title" id={id} dir="auto">
          {title}
        </p>
        {text && (
          <div className="baton-tile-text" dir="auto">
            <Markdown text={text} labels={asked.labels} />
          </div>
        )}
      </div>
      {actions.length > 0 && (
        <div className="baton-tile-actions">
          {actions.map((action) => (
            <Action
              key={action.type === 'choice' ? action.id : `${action.label} ${action.href}`}
              action={action}
              {...asked}
            />
          ))}
        </div>
      )}
    </article>
  );
}

function Action({ action, chosen, onChoose, labels }: ChoosingProps & { action: CardAction }) {
  if (action.type === 'link') {
    const href = safeHref(action.href);
    if (href === null) return <span className="baton-tile-action">{action.label}</span>;
    const isPage = /^https?:/.test(href);
    return (
      <a
        className="baton-tile-action"
        href={href}
        rel="noopener noreferrer nofollow"
        {...(isPage ? { target: '_blank' } : {})}
      >
        <span dir="auto">{action.label}</span>
        {isPage && <ExternalIcon />}
        {isPage && <span className="baton-hidden"> ({labels.opensInNewTab})</span>}
      </a>
    );
  }
  const { id, label } = action;
  const isChosen = chosen?.includes(id) ?? false;
  if (onChoose)
    return (
      <button type="button" className="baton-tile-action" onClick={() => onChoose([id], label)}>
        <span dir="auto">{label}</span>
      </button>
    );
  return (
    <span className="baton-tile-action" data-chosen={isChosen}>
      {isChosen && <CheckIcon />}
      {isChosen && <span className="baton-hidden">{labels.chosen} </span>}
      <span dir="auto">{label}</span>
    </span>
  );
}
