/* Says in the bar above the page who has the conversation, by what the chat tells any website that asks. */

window.Baton =
  window.Baton ||
  ((...call) => {
    window.Baton.q = window.Baton.q || [];
    window.Baton.q.push(call);
  });

const indicator = document.getElementById('handoff-indicator');
const says = indicator.querySelector('[data-says]');

const WORDS = {
  none: () => 'You are talking to the bot',
  offered: () => 'The bot offers you a human',
  collecting: () => 'A few details first, then a human',
  pending: () => 'Waiting for a human…',
  active: (agentName) => `You are talking to ${agentName || 'a human'}`,
  resolved: () => 'You are back with the bot',
};

window.Baton('on', 'handoff', ({ status, agentName }) => {
  const words = WORDS[status];
  if (!words) return;
  indicator.dataset.status = status;
  says.textContent = words(agentName);
});
