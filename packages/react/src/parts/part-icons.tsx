import { Icon } from '../avatar/icons.js';

export const CloseIcon = () => (
  <Icon>
    <path d="m6.5 6.5 11 11m0-11-11 11" />
  </Icon>
);
export const ExternalIcon = () => (
  <Icon>
    <path d="M9 6h9v9M17.5 6.5 6.5 17.5" />
  </Icon>
);
export const DownloadIcon = () => (
  <Icon>
    <path d="M12 4.5v10m-4.25-4 4.25 4.25 4.25-4.25M5 19h14" />
  </Icon>
);
export const FileIcon = () => (
  <Icon>
    <path d="M7 3.75h6.5L18.25 8.5v9.75a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V5.75a2 2 0 0 1 2-2Zm6.25.25v5h5" />
  </Icon>
);
export const ImageOffIcon = () => (
  <Icon>
    <path d="M4.5 4.5 19.5 19.5M8 5h9.5A2.5 2.5 0 0 1 20 7.5v9M4.4 7v9.5A2.5 2.5 0 0 0 6.9 19H17M5 16.5l4-4 3 3" />
  </Icon>
);
