import type { Attachment, FileTerms } from '@batonchat/core';
import { plainName } from '@batonchat/protocol';
import { useEffect, useRef, useState } from 'react';
import type { Labels } from '../labels.js';
import type { AttachLabels } from './attach-labels.js';
import { refusalText } from './refusal-text.js';

/** What is to be spoken of the files: which were added, uploaded and refused since the last change. */
export function useAttachmentNews(
  attachments: readonly Attachment[],
  labels: Labels & AttachLabels,
  terms: FileTerms | null,
): string {
  const told = useRef(new Map<string, Attachment['status']>());
  const [news, setNews] = useState('');
  useEffect(() => {
    const said = attachments.flatMap((attachment) => {
      const { id, status } = attachment;
      const name = plainName(attachment.name);
      const before = told.current.get(id);
      if (before === status) return [];
      const why = refusalText(attachment, terms, labels);
      if (why) return [`${name}: ${why}`];
      if (status === 'uploaded') return [labels.uploaded(name)];
      if (status === 'failed') return [`${name}: ${labels.uploadFailed}`];
      return before === undefined ? [labels.attached(name)] : [];
    });
    told.current = new Map(attachments.map(({ id, status }) => [id, status]));
    if (said.length > 0) setNews(said.join(' '));
    else if (attachments.length === 0) setNews('');
  }, [attachments, labels, terms]);
  return news;
}
