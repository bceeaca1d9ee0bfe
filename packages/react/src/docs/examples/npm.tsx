import { ChatWidget } from '@batonchat/react';
import '@batonchat/react/styles.css';
import { createRoot } from 'react-dom/client';

const place = document.body.appendChild(document.createElement('div'));
createRoot(place).render(<ChatWidget relay="http://localhost:9099" title="Support" />);
