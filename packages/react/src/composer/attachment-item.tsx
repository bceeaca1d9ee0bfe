import type { Attachment, FileTerms } from '@batonchat/core';
import { plainName } from '@batonchat/protocol';
import { useState } from 'react';
import type { Labels } from '../labels.js';
import { CloseIcon, FileIcon } from '../parts/part-icons.js';
import type { AttachLabels } from './attach-labels.js';
import { refusalText } from './refusal-text.js';

/** Props of {@link AttachmentItem}. */
export interface AttachmentItemProps {
  attachment: Attachment;
  terms: FileTerms | null;
  onRemove: () => void;
  onRetry: () => void;
  labels: Labels & AttachLabels;
}

/** A file in the tray: what it is, how far it has come, why it is not taken, and the ways on. */
export function AttachmentItem({ attachment, terms, onRemove, onRetry, labels }: AttachmentItemProps) {
  const { name: given, bytes, previewUrl, status, progress } = attachment;
  // A page whose policy has no `blob:` for pictures shows none of its own.
  const [isBlocked, setBlocked] = useState(false);
  const name = plainName(given);
  const refusal = refusalText(attachment, terms, labels);
  const state = {
    waiting: labels.uploadWaiting,
    uploading: labels.uploading,
    uploaded: bytes > 0 ? labels.fileSize(bytes) : '',
    failed: labels.uploadFailed,
    refused: refusal ?? '',
  }[status];
  return (
    <li className="baton-tray-item" data-status={status}>
      <span className="baton-tray-picture" aria-hidden="true">
        {previewUrl === null || isBlocked ? (
          <FileIcon />
        ) : (
          <img src={previewUrl} alt="" decoding="async" onError={() => setBlocked(true)} />
        )}
      </span>
      <span className="baton-tray-text">
        <span className="baton-tray-name" dir="auto">
          {name}
        </span>
        <span className="baton-tray-state">
          {state}
          {status === 'uploading' && ` · ${labels.fileSize(bytes)}`}
        </span>
        {status === 'uploading' && (
          <progress className="baton-tray-progress" value={progress} max={1} aria-label={name} />
        )}
      </span>
      {status === 'failed' && (
        <button
          type="button"
          className="baton-text-button"
          onClick={onRetry}
          aria-label={`${labels.retry}: ${name}`}
        >
          {labels.retry}
        </button>
      )}
      <button
        type="button"
        className="baton-round baton-tray-remove"
        aria-label={labels.removeFile(name)}
        onClick={onRemove}
      >
        <CloseIcon />
      </button>
    </li>
  );
}
