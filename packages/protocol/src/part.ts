/** The typed pieces of what is said. Titles, labels and names are plain text; only where it says so is it Markdown. */
import * as v from 'valibot';
import { limits } from './limits.js';
import { choicesOf } from './question.js';
import { count, filledText, id, text } from './text.js';

const label = filledText(limits.labelCharacters);
const line = filledText(limits.lineCharacters);
const pixels = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(limits.imagePixels));
const fileName = filledText(limits.fileNameCharacters);

const areDistinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** Markdown, rendered as elements; HTML in it is shown as text. */
export const textPart = v.object({ type: v.literal('text'), text: filledText(limits.messageCharacters) });
/** A piece of Markdown. */
export type TextPart = v.InferOutput<typeof textPart>;

const httpsUrl = v.pipe(
  text(limits.urlCharacters),
  v.regex(/^https:\/\/[^\s/\\]\S*$/i, 'Is no https address.'),
);

/** A picture's size in pixels, by which its place is kept while it loads, and what it shows, for those who don't see it. */
const pictureEntries = {
  width: pixels,
  height: pixels,
  alt: text(limits.lineCharacters),
};

const picture = v.pipe(
  v.object({ fileId: v.optional(id), url: v.optional(httpsUrl), ...pictureEntries }),
  v.check(
    ({ fileId, url }) => (fileId === undefined) !== (url === undefined),
    'Needs a fileId or a url, and not both.',
  ),
);
/** A picture that the relay keeps (`fileId`), or one at an https address. */
export type Picture = v.InferOutput<typeof picture>;

/** A picture as a message of its own. */
export const imagePart = v.pipe(
  v.object({
    type: v.literal('image'),
    fileId: v.optional(id),
    url: v.optional(httpsUrl),
    name: fileName,
    ...pictureEntries,
  }),
  v.check(
    ({ fileId, url }) => (fileId === undefined) !== (url === undefined),
    'Needs a fileId or a url, and not both.',
  ),
);
/** A picture as a message of its own. */
export type ImagePart = v.InferOutput<typeof imagePart>;

/** A picture that was uploaded: whoever sees it fetches it from nobody else. */
export const uploadedImagePart = v.object({
  type: v.literal('image'),
  fileId: id,
  name: fileName,
  ...pictureEntries,
});

/** A file that the relay keeps. */
export const filePart = v.object({
  type: v.literal('file'),
  fileId: id,
  name: fileName,
  mediaType: v.pipe(v.string(), v.regex(/^[\w.+-]{1,60}\/[\w.+-]{1,60}$/, 'Is no media type.')),
  bytes: count,
});
/** A file that the relay keeps; `bytes` is its size. */
export type FilePart = v.InferOutput<typeof filePart>;

/** What an upload is answered with: what a part says of the file. `width` and `height` are a picture's, in pixels. */
export interface UploadedFile extends Pick<FilePart, 'fileId' | 'name' | 'mediaType' | 'bytes'> {
  width?: number;
  height?: number;
}

/** What the visitor may answer by a press; of several where `isMultiple`. */
export const choicesPart = v.object({
  type: v.literal('choices'),
  prompt: v.optional(line),
  choices: v.pipe(
    v.array(v.object({ id, label, description: v.optional(line) })),
    v.minLength(1),
    v.maxLength(limits.choicesPerPart),
    v.check((choices) => areDistinct(choices.map((choice) => choice.id)), 'Has an id twice.'),
  ),
  isMultiple: v.optional(v.boolean()),
});
/** What the visitor may answer by a press. */
export type ChoicesPart = v.InferOutput<typeof choicesPart>;

const href = v.pipe(
  text(limits.urlCharacters),
  v.regex(/^(https?:\/\/[^\s/\\]|mailto:[^\s]|tel:[^\s])\S*$/i, 'Is no http, https, mailto or tel address.'),
);

const cardAction = v.variant('type', [
  v.object({ type: v.literal('link'), label, href }),
  v.object({ type: v.literal('choice'), id, label }),
]);
/** What a card leads to: an address, or an answer. */
export type CardAction = v.InferOutput<typeof cardAction>;

const cardEntries = {
  title: line,
  /** Markdown. */
  text: v.optional(filledText(limits.cardCharacters)),
  image: v.optional(picture),
  actions: v.optional(v.pipe(v.array(cardAction), v.maxLength(limits.actionsPerCard))),
};
const card = v.object(cardEntries);
/** A card's content. */
export type Card = v.InferOutput<typeof card>;

const haveDistinctChoices = (cards: readonly Card[]): boolean =>
  areDistinct(choicesOf(cards).map((choice) => choice.id));

/** A card: a title with a picture, a text, and up to three ways on. */
export const cardPart = v.pipe(
  v.object({ type: v.literal('card'), ...cardEntries }),
  v.check((one) => haveDistinctChoices([one]), 'Has an id twice.'),
);
/** A card. */
export type CardPart = v.InferOutput<typeof cardPart>;

/** Cards side by side. */
export const carouselPart = v.object({
  type: v.literal('carousel'),
  cards: v.pipe(
    v.array(card),
    v.minLength(2),
    v.maxLength(limits.cardsPerCarousel),
    v.check((cards) => haveDistinctChoices(cards), 'Has an id twice.'),
  ),
});
/** Cards side by side. */
export type CarouselPart = v.InferOutput<typeof carouselPart>;
