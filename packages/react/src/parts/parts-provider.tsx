import type { Answer } from '@batonchat/protocol';
import { type ComponentType, createContext, type ReactNode, useContext, useMemo } from 'react';
import type { CardsProps } from './carousel.js';
import type { ChoicesProps } from './choices.js';
import type { FileAttachmentProps } from './file-attachment.js';
import type { FormProps } from './form.js';
import type { PictureProps } from './picture.js';
import type { RatingProps } from './rating.js';

/** The parts of a message that can be replaced; each gets the props of the part that it replaces. */
export interface PartSlots {
  Picture: ComponentType<PictureProps>;
  FileAttachment: ComponentType<FileAttachmentProps>;
  Choices: ComponentType<ChoicesProps>;
  /** A card, and several side by side. */
  Cards: ComponentType<CardsProps>;
  Form: ComponentType<FormProps>;
  Rating: ComponentType<RatingProps>;
}

/** What the parts of messages need of the page around them. */
export interface PartsSetting {
  /** Says the visitor's answer. Left out where it is not this reader's to answer: then all is read-only. */
  onAnswer?: ((answer: Answer) => void) | undefined;
  /** The address of a file that the relay keeps. Rejects where there is none now. */
  fileUrl?: ((fileId: string) => Promise<string>) | undefined;
  slots?: Partial<PartSlots> | undefined;
  /** Runs before what is loaded later is shown, perhaps several times: where the styles are not in the document. */
  prepare?: (() => Promise<unknown>) | undefined;
}

const PartsContext = createContext<PartsSetting>({});

/** Props of {@link PartsProvider}. */
export interface PartsProviderProps extends PartsSetting {
  children: ReactNode;
}

/**
 * Says how the parts of messages are answered and where their files lie, for every list inside. What is left out is as
 * the next provider around it says.
 *
 * @example
 * <PartsProvider onAnswer={client.answer}><MessageList rows={rows} viewer="visitor" /></PartsProvider>
 */
export function PartsProvider({ children, ...own }: PartsProviderProps) {
  const outer = useContext(PartsContext);
  const { onAnswer = outer.onAnswer, fileUrl = outer.fileUrl } = own;
  const { slots = outer.slots, prepare = outer.prepare } = own;
  const setting = useMemo(() => ({ onAnswer, fileUrl, slots, prepare }), [onAnswer, fileUrl, slots, prepare]);
  return <PartsContext.Provider value={setting}>{children}</PartsContext.Provider>;
}

/** What the nearest providers say. */
export const useParts = (): PartsSetting => useContext(PartsContext);
