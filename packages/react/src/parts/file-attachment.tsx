import { type FilePart, plainName } from '@batonchat/protocol';
import { useEffect } from 'react';
import type { AllLabels } from './english-parts.js';
import { DownloadIcon, FileIcon } from './part-icons.js';
import { useFileUrl } from './use-file-url.js';

/** Props of {@link FileAttachment}. */
export interface FileAttachmentProps {
  file: FilePart;
  labels: AllLabels;
}

/** An address holds for five minutes at least. */
const renewEveryMs = 4 * 60_000;

const kindOf = (name: string): string => /\.([a-z0-9]{1,4})$/i.exec(name)?.[1]?.toUpperCase() ?? '';

/** A file's name, kind and size; a press downloads it. */
export function FileAttachment({ file, labels }: FileAttachmentProps) {
  const { url, isFailed, renew } = useFileUrl(file);
  // A link may be pressed long after it was shown: its address is a fresh one then, too.
  useEffect(() => {
    const timer = setInterval(renew, renewEveryMs);
    return () => clearInterval(timer);
  }, [renew]);
  const name = plainName(file.name);
  const content = (
    <>
      <span className="baton-file-kind" aria-hidden="true">
        {kindOf(name) || <FileIcon />}
      </span>
      <span className="baton-file-text">
        {url !== null && <span className="baton-hidden">{labels.download} </span>}
        <span className="baton-file-name" dir="auto">
          {name}
        </span>{' '}
        <span className="baton-file-size">
          {isFailed ? labels.fileUnavailable : labels.fileSize(file.bytes)}
        </span>
      </span>
    </>
  );
  if (url === null) return <div className="baton-file">{content}</div>;
  return (
    <a className="baton-file" href={url} download={name} target="_blank" rel="noopener noreferrer">
      {content}
      <DownloadIcon />
    </a>
  );
}
