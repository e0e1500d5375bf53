/** Styles inside the built-in components, where the app's style sheets do not reach. */
export const insideStyles = `
  .field { display: block; width: 100%; height: 100%; min-height: inherit; margin: 0; padding: 0; border: 0; outline: 0;
    background: transparent; color: inherit; font: inherit; text-align: inherit; resize: none; }
  .scroller { width: 100%; height: 100%; max-height: inherit; overflow: hidden; }
  .scroller::-webkit-scrollbar, .track::-webkit-scrollbar { display: none; }
  .track { display: flex; width: 100%; height: 100%; overflow: auto hidden; scroll-snap-type: x mandatory; }
  .track.vertical { flex-direction: column; overflow: hidden auto; scroll-snap-type: y mandatory; }
  .canvas { display: block; width: 100%; height: 100%; }
  .picture { display: block; width: 100%; height: 100%; }
  .picture:not([src]) { visibility: hidden; }
  .mark { display: inline-block; width: 22px; height: 22px; margin-right: 5px; border: 1px solid #d1d1d1; border-radius: 3px;
    background: #ffffff; vertical-align: middle; }
  :host(wx-radio) .mark { border-radius: 50%; }
  :host([data-checked]) .mark { border-color: #09bb07; background: #09bb07; box-shadow: inset 0 0 0 4px #ffffff; }
  .bar { height: 6px; background: #09bb07; }
  .sign { color: inherit; }
`;
