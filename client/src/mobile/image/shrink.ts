// Makes a photo small enough for a weak line, turned the right way; loaded only when a photo is taken.
const enough = 500 * 1024;
const longestSide = 2048;

export const shrink = async (photo: Blob): Promise<Blob> => {
  if (photo.size <= enough && photo.type === 'image/jpeg') return photo;
  const { default: compress } = await import('browser-image-compression');
  const file = new File([photo], 'photo.jpg', { type: photo.type === '' ? 'image/jpeg' : photo.type });
  // No worker: the library would fetch its own code from another host.
  const options = { maxSizeMB: 0.47, maxWidthOrHeight: longestSide, useWebWorker: false, fileType: 'image/jpeg' };
  return compress(file, options);
};
