const common =
  'iframe{all:initial;color-scheme:normal;border:0}iframe[hidden]{display:none}.baton-count{position:absolute;inset-block-start:-3px;inset-inline-end:-3px;min-width:9px;padding:0 6px;border:2px solid #fff;border-radius:99px;background:#b42323;color:#fff;font:650 11.5px/17px system-ui,sans-serif;text-align:center}.baton-count:empty,.baton-count[hidden]{display:none}';
const overlay =
  'iframe{position:fixed;z-index:var(--baton-z-index,2147483000);inset-inline-end:20px;bottom:92px;width:min(400px,calc(100vw - 40px));height:min(680px,calc(100dvh - 132px));border-radius:var(--baton-radius,18px);box-shadow:0 0 0 1px #1216260f,0 8px 20px #12162617,0 24px 56px #12162617}@media (width<=480px),(height<=480px){iframe{inset:0;width:100%;height:100dvh;border-radius:0}}';
const inPage = 'iframe{display:block;width:100%;height:100%}';

/** How the frame stands on the page: above it as the panel does, or filling the place that it has in it. */
export const frameStyles = (isInPage: boolean): string => common + (isInPage ? inPage : overlay);
