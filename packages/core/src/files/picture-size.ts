/** The kinds of picture that every browser shows, and the relay takes. */
const pictures = /^image\/(png|apng|jpeg|gif|webp|avif)$/;

/** A picture's size in pixels; null for what is no picture that can be shown. Never rejects. */
export async function pictureSize(file: Blob): Promise<{ width: number; height: number } | null> {
  if (!pictures.test(file.type) || typeof createImageBitmap === 'undefined') return null;
  try {
    const bitmap = await createImageBitmap(file);
    const { width, height } = bitmap;
    bitmap.close();
    return { width, height };
  } catch {
    return null;
  }
}
