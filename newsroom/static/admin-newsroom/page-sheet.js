/* The entry of the screen of a page of the house: the body's own blocks, without what lives around a story's sheet. */

export { Photo } from "./photos.js";
export { Mention, StoryQuote } from "./story-blocks.js";

