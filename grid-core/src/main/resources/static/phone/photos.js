// Makes photos small before they are kept: a village's network carries 300 KB, not 12 MB.

const LONGEST_SIDE = 1600;
const QUALITY = 0.8;

/** A small JPEG without what the camera wrote into it, or null if it is no photo. */
export async function smaller(file) {
  let picture;
  try {
    picture = await decoded(file);
  } catch (notAPicture) {
    return null;
  }
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  // gives the memory back at once: twenty of them are more than an old phone has
  if (picture.close) picture.close();
  canvas.width = 0;
  return blob;
}

function decoded(file) {
  return new Promise((yes, no) => {
    const image = new Image();
    const address = URL.createObjectURL(file);
    image.onload = () => {
      URL.revokeObjectURL(address);
      yes(image);
    };
    image.onerror = () => {
      URL.revokeObjectURL(address);
      no(new Error('no picture'));
    };
    image.src = address;
  });
}
