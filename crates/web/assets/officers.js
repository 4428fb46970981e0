// The only script of the house, on pages of officers that offer a passkey, and on every page of a
// device that others use too. Nothing else needs it; without it each page says what to do instead.
(() => {
  'use strict';

  // What a passkey with the extension `prf` makes its 32 bytes from; the same for all, because
  // each passkey has a secret of its own.
  const ASKED = new TextEncoder().encode('mangrove passkey 1');
  const WAIT_MS = 4 * 60 * 1000;

  const bytes = (text) => {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  };
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

  const put = (form, name, buffer) => {
    if (buffer) form.elements.namedItem(name).value = text(buffer);
  };
  const given = (credential) => credential.getClientExtensionResults().prf?.results?.first;
  const prf = { eval: { first: ASKED } };

  async function use(form, { challenge, host, verify }) {
    const credential = await navigator.credentials.get({ publicKey: {
      challenge: bytes(challenge), rpId: host, userVerification: verify, timeout: WAIT_MS,
      extensions: { prf },
    } });
    put(form, 'credential', credential.rawId);
    put(form, 'client', credential.response.clientDataJSON);
    put(form, 'authenticator', credential.response.authenticatorData);
    put(form, 'signature', credential.response.signature);
    put(form, 'given', given(credential));
  }

  async function make(form, { challenge, host, officer, name, known }) {
    const credential = await navigator.credentials.create({ publicKey: {
      challenge: bytes(challenge), timeout: WAIT_MS,
      rp: { id: host, name: host },
      user: { id: bytes(officer), name, displayName: name },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }, { type: 'public-key', alg: -8 }],
      authenticatorSelection: {
        residentKey: 'required', requireResidentKey: true, userVerification: 'required',
      },
      excludeCredentials: known.split(' ').filter(Boolean)
        .map((id) => ({ type: 'public-key', id: bytes(id) })),
      attestation: 'none',
      extensions: { prf },
    } });
    let secret = given(credential);
    // Some devices give the bytes only when the passkey is used.
    if (!secret && credential.getClientExtensionResults().prf?.enabled) {
      secret = given(await navigator.credentials.get({ publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)), rpId: host, timeout: WAIT_MS,
        allowCredentials: [{ type: 'public-key', id: credential.rawId }],
        userVerification: 'required', extensions: { prf },
      } }));
    }
    put(form, 'client', credential.response.clientDataJSON);
    put(form, 'authenticator', credential.response.getAuthenticatorData());
    put(form, 'given', secret);
  }

  const canUse = window.isSecureContext && 'PublicKeyCredential' in window;
  for (const button of document.querySelectorAll('button[data-passkey]')) {
    const form = button.form;
    const failed = form.querySelector('[data-passkey-failed]');
    if (!canUse) continue;
    form.querySelector('[data-passkey-part]')?.removeAttribute('hidden');
    button.hidden = false;
    button.addEventListener('click', async () => {
      if (button.dataset.passkey !== 'alone' && !form.reportValidity()) return;
      button.disabled = true;
      if (failed) failed.hidden = true;
      try {
        await (button.dataset.passkey === 'make' ? make : use)(form, button.dataset);
        form.submit();
      } catch {
        // Turned down by the person, or the device has none for this address.
        button.disabled = false;
        if (failed) failed.hidden = false;
      }
    });
  }
  if (canUse) for (const said of document.querySelectorAll('[data-without-script]')) said.hidden = true;

  // A device that others use too: the page locks itself when nobody has touched it, and a page
  // that the browser kept is never shown again.
  const idleS = Number(document.body.dataset.idle);
  if (!idleS) return;
  const lock = document.getElementById('lock');
  let touched = Date.now();
  let told = touched;
  const touch = () => {
    touched = Date.now();
    // Who writes a long text sends nothing for minutes; the node hears that somebody is there.
    if (touched - told > idleS * 250) {
      told = touched;
      fetch('/still-here', { cache: 'no-store' }).catch(() => {});
    }
  };
  for (const kind of ['keydown', 'pointerdown', 'scroll']) {
    window.addEventListener(kind, touch, { passive: true, capture: true });
  }
  setInterval(() => { if (Date.now() - touched >= idleS * 1000) lock.submit(); }, 1000);
  window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
})();
