import { type Picture as PictureContent, plainName } from '@batonchat/protocol';
import { useRef, useState } from 'react';
import type { AllLabels } from './english-parts.js';
import { CloseIcon, ImageOffIcon } from './part-icons.js';
import { useFileUrl } from './use-file-url.js';

/** Props of {@link Picture}. */
export interface PictureProps {
  picture: PictureContent;
  /** Named where there is no `alt`. */
  name: string;
  /** Shows it and no more: it does not open larger. */
  isPlain?: boolean;
  labels: AllLabels;
}

/** A picture whose place is kept while it loads, and which opens larger; where it does not come, its name and why. */
export function Picture({ picture, name: given, isPlain = false, labels }: PictureProps) {
  const { width, height } = picture;
  const { url, isFailed, renew } = useFileUrl(picture);
  const [broken, setBroken] = useState<string | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const name = plainName(picture.alt || given);
  if (isFailed || (broken !== null && broken === url)) {
    const retry = () => {
      setBroken(null);
      renew();
    };
    return (
      <div className="baton-picture baton-picture-failed">
        <ImageOffIcon />
        <span>{labels.imageFailed(name)}</span>
        <span className="baton-picture-ways">
          <button type="button" className="baton-text-button" onClick={retry}>
            {labels.retry}
          </button>
          {url !== null && (
            <a className="baton-text-button" href={url} target="_blank" rel="noopener noreferrer nofollow">
              {labels.openInNewTab}
            </a>
          )}
        </span>
      </div>
    );
  }
  const image = (
    <img
      className="baton-picture-image"
      {...(url === null ? {} : { src: url })}
      alt={name}
      width={width}
      height={height}
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setBroken(url)}
    />
  );
  if (isPlain) return <div className="baton-picture">{image}</div>;
  return (
    <>
      <button
        type="button"
        className="baton-picture"
        aria-label={labels.openImage(name)}
        aria-haspopup="dialog"
        onClick={() => {
          renew();
          dialog.current?.showModal();
        }}
      >
        {image}
      </button>
      <dialog
        ref={dialog}
        className="baton-lightbox"
        aria-label={name}
        onClick={({ currentTarget }) => currentTarget.close()}
        // Esc closes the picture, not the panel behind it.
        onKeyDown={(event) => event.stopPropagation()}
      >
        <button type="button" className="baton-lightbox-close" aria-label={labels.closeImage}>
          <CloseIcon />
        </button>
        {url !== null && (
          <img src={url} alt={name} width={width} height={height} referrerPolicy="no-referrer" />
        )}
      </dialog>
    </>
  );
}
