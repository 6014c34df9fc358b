// Lets the browser keep the phone entry, where it offers that: on https and on this machine only.
export const installWorker = (): void => {
  if (!('serviceWorker' in navigator)) return;
  const install = (): void =>
    // Without it the phone works as long as there is a network.
    void navigator.serviceWorker.register('/m-worker.js', { scope: '/m' }).catch(() => undefined);
  // On a first visit the line belongs to the page itself.
  if (document.readyState === 'complete') install();
  else window.addEventListener('load', install, { once: true });
};
