import type { Files } from '@batonchat/core';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';
import { useParts } from '../parts/parts-provider.js';
import { attachLabels } from './attach-labels.js';
import { AttachmentItem } from './attachment-item.js';
import { ClipIcon } from './clip-icon.js';
import { useAttachmentNews } from './use-attachment-news.js';
import type { ComposerTray } from './use-composer.js';
import { useFiles } from './use-files.js';
import { useIncomingFiles } from './use-incoming-files.js';

/** Props of {@link AttachFiles}. */
export interface AttachFilesProps {
  /** Gives the files of a conversation; the same function for the same conversation. */
  open: () => Promise<Files>;
  /** Told what the composer has to send by, whenever that changes; null when it is gone. */
  onTray: (tray: ComposerTray | null) => void;
  /** Nothing can be attached now. */
  isDisabled?: boolean;
  /** Files can be dropped on the nearest element around that this selector names; on the composer where there is none. */
  dropWithin?: string;
  labels?: Labels;
}

/**
 * What a composer needs for files, to stand in its box: a button that picks them, a tray of those that will go with the
 * next message, and files that are pasted or dropped. Shows nothing where the relay takes none.
 */
export function AttachFiles({
  open,
  onTray,
  isDisabled = false,
  dropWithin = '.baton-panel',
  labels: some = visitorLabels,
}: AttachFilesProps) {
  const { prepare } = useParts();
  const labels = useMemo(() => ({ ...attachLabels, ...some }), [some]);
  const { files, state } = useFiles(open, prepare);
  const { terms, attachments, isTooMany } = state;
  const button = useRef<HTMLButtonElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const tray = useRef<HTMLUListElement>(null);
  const isOffered = files !== null && terms !== null;
  const news = useAttachmentNews(attachments, labels, terms);
  const hasFiles = attachments.some(({ status }) => status !== 'refused' && status !== 'failed');
  const [composer, setComposer] = useState<Element | null>(null);

  useEffect(() => {
    onTray(files && { hasFiles, send: files.send });
  }, [files, hasFiles, onTray]);
  useEffect(() => () => onTray(null), [onTray]);
  // Before anybody can see the button: what it stands for works from then on.
  useLayoutEffect(
    () => setComposer(isOffered ? (button.current?.closest('.baton-composer') ?? null) : null),
    [isOffered],
  );

  const count = attachments.length;
  // What was added last stands last, and may be refused.
  useEffect(() => {
    if (count > 0) tray.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [count]);

  const focusText = () => composer?.querySelector('textarea')?.focus();
  const add = (chosen: readonly File[]) => {
    if (chosen.length === 0 || isDisabled) return;
    files?.add(chosen);
    focusText();
  };
  useIncomingFiles(isDisabled ? null : composer, dropWithin, labels.dropFiles, add);

  if (!files) return null;
  return (
    <>
      {attachments.length > 0 && (
        <ul ref={tray} className="baton-tray" aria-label={labels.attachments}>
          {attachments.map((attachment) => (
            <AttachmentItem
              key={attachment.id}
              attachment={attachment}
              terms={terms}
              onRemove={() => {
                files.remove(attachment.id);
                focusText();
              }}
              onRetry={() => files.retry(attachment.id)}
              labels={labels}
            />
          ))}
        </ul>
      )}
      {isTooMany && <p className="baton-tray-note">{labels.tooManyFiles(attachments.length)}</p>}
      {isOffered && (
        <>
          <button
            ref={button}
            type="button"
            className="baton-round baton-composer-tool"
            aria-label={labels.attach}
            title={labels.attachHint(labels.fileSize(terms.maxBytes))}
            disabled={isDisabled}
            onClick={() => picker.current?.click()}
          >
            <ClipIcon />
          </button>
          <input
            ref={picker}
            type="file"
            className="baton-hidden"
            tabIndex={-1}
            aria-hidden="true"
            multiple
            accept={terms.accept.join(',')}
            onChange={({ currentTarget }) => {
              add([...(currentTarget.files ?? [])]);
              // The same file may be chosen again.
              currentTarget.value = '';
            }}
          />
        </>
      )}
      <span className="baton-hidden" role="status">
        {isTooMany ? `${news} ${labels.tooManyFiles(attachments.length)}` : news}
      </span>
    </>
  );
}
