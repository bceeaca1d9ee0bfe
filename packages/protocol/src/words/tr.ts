import type { EndReason } from '../handoff.js';
import type { Words } from '../words.js';

const back = 'Artık yeniden asistanla görüşüyorsunuz.';
const ended = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} görüşmeyi sonlandırdı.` : 'Görüşme sonlandırıldı.'} ${back}`,
  'ended-by-visitor': `Görüşmeyi sonlandırdınız. ${back}`,
  'visitor-left': `Ayrıldığınız için görüşme sona erdi. ${back}`,
  cancelled: 'Talebinizi iptal ettiniz. İhtiyacınız olursa asistan burada.',
  inactive: `Bir süredir mesaj gelmediği için görüşme sona erdi. ${back}`,
  'nobody-available': `Üzgünüz, şu anda müsait kimse yok. ${back}`,
  'wait-expired': `Üzgünüz, kimse zamanında yanıt veremedi. ${back}`,
  'left-contact': `Artık beklemiyorsunuz. ${back}`,
  'rejected-by-all': `Üzgünüz, şu anda kimse ilgilenemedi. ${back}`,
  'desk-failed': `Üzgünüz, ekibimize ulaşamadık. ${back}`,
  'turned-off': `Canlı sohbet kapatıldı. ${back}`,
});

/** The words of a transcript in Turkish. */
export const words: Words = {
  messages: 'Görüşme',
  bot: 'Asistan',
  you: 'Siz',
  botBadge: 'Bot',
  agentBadge: 'Temsilci',
  noticeOffered: 'Buradan bir temsilci devam edebilir',
  noticeDeclined: 'Sorun değil. İstediğiniz zaman bir temsilciyle görüşebilirsiniz.',
  noticeRequested: () => 'Sizi bir temsilciye bağlıyoruz…',
  noticeContactLeft: (email) =>
    email ? `Teşekkürler. Size ${email} adresinden ulaşabiliriz.` : 'Teşekkürler, bilgilerinizi aldık.',
  noticeClaimed: (name) => `${name} katıldı`,
  noticeRequeued: (name) => `${name} ayrılmak zorunda kaldı. Sizin için başka birini arıyoruz.`,
  noticeTransferred: (from, name) => `${from} görüşmeyi devretti, artık ${name} sizinle`,
  noticeResolved: (reason, name) => ended(name)[reason],
  noticeResumed: (name) => `${name} geri döndü`,
};
