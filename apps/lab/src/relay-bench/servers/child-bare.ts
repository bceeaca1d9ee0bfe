/** The floor: nothing is stored. */
import { startBareServer } from './bare-server.js';
import { serve } from './serve.js';

serve(startBareServer((_, __, kept) => kept()));
