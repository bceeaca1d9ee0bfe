import type { EndReason } from '@batonchat/protocol';
import { words } from '@batonchat/protocol/words/tr';
import type { CompleteLabels } from '../labels.js';
import { formatsOf } from '../language/formats.js';
import type { Locale } from '../language/locale.js';

const { number, measures } = formatsOf('tr');

const botAgain = 'Yeniden bot yanıtlıyor.';
const endedForAgent = (name: string | null): Record<EndReason, string> => ({
  'resolved-by-agent': `${name ? `${name} görüşmeyi çözüme kavuşturdu.` : 'Görüşme çözüme kavuşturuldu.'} ${botAgain}`,
  'ended-by-visitor': `Ziyaretçi görüşmeyi sonlandırdı. ${botAgain}`,
  'visitor-left': 'Ziyaretçi ayrıldı.',
  cancelled: 'Ziyaretçi talebi iptal etti.',
  inactive: 'Mesaj gelmediği için sona erdi.',
  'nobody-available': 'Müsait kimse olmadığı için sona erdi.',
  'wait-expired': 'Kimse zamanında yanıt vermedi.',
  'left-contact': 'Ziyaretçi beklemekten vazgeçti.',
  'rejected-by-all': 'Hiçbir temsilci üstlenmedi.',
  'desk-failed': 'Destek masasına ulaşılamadı.',
  'turned-off': 'Canlı sohbet kapatıldı.',
});

const visitorLabels: CompleteLabels = {
  ...words,
  openChat: 'Sohbeti aç',
  closeChat: 'Sohbeti kapat',
  unread: (amount) => `${number(amount)} okunmamış mesaj`,
  chat: 'Sohbet',
  visitor: 'Ziyaretçi',
  botStatus: 'Hemen yanıtlar',
  agentStatus: 'Sizinle birlikte',
  waitingTitle: 'Bir dakika',
  waitingStatus: 'Birini arıyoruz',
  emptyTitle: 'Merhaba, nasıl yardımcı olabiliriz?',
  emptyText: 'Dilediğinizi sorun. İstediğiniz zaman bir temsilciyle görüşebilirsiniz.',
  loading: 'Görüşmeniz yükleniyor',
  loadingOlder: 'Önceki mesajlar yükleniyor',
  newMessages: (amount) => `${number(amount)} yeni mesaj`,
  jumpToLatest: 'En yeniye git',
  newSince: 'Yeni',
  isTyping: ([first = '', ...others]) =>
    others.length > 0 ? `${first} ve ${number(others.length)} kişi daha yazıyor` : `${first} yazıyor`,
  unknownPart: 'Bu içerik burada gösterilemiyor.',
  historyReplaced: 'Bu görüşme bir yedekten geri yüklendi. Bazı mesajlar eksik olabilir.',
  dismiss: 'Kapat',

  message: 'Mesaj',
  messagePlaceholder: 'Mesaj yazın',
  send: 'Gönder',
  tooLong: (overBy) => `${number(overBy)} karakter fazla. Lütfen kısaltın.`,
  charactersLeft: (amount) => `${number(amount)} kaldı`,
  outboxFull: 'Gönderilmeyi bekleyen çok fazla mesaj var. Lütfen birazdan tekrar deneyin.',
  notKept:
    'Tarayıcınız bu sayfa için veri saklamıyor. Sayfayı yenilediğinizde gönderilmemiş mesajlar kaybolur.',

  sending: 'Gönderiliyor',
  sent: 'Gönderildi',
  delivered: 'İletildi',
  seen: 'Görüldü',
  failed: 'Gönderilemedi',
  retry: 'Yeniden dene',
  discard: 'Vazgeç',

  talkToHuman: 'Temsilciyle görüş',
  acceptOffer: 'Evet, bağlayın',
  declineOffer: 'Şimdi değil',
  waitingForHuman: 'Temsilci bekleniyor',
  queuePosition: (position) =>
    position === 1 ? 'Sıradaki sizsiniz' : `Sırada ${number(position)}. kişisiniz`,
  estimatedWait: (time) => `yaklaşık ${time}`,
  withAgent: (name) => `Görüştüğünüz kişi: ${name}`,
  cancelRequest: 'İptal et',
  soundOff: 'Sesi kapat',
  soundOn: 'Sesi aç',
  menu: 'Menü',
  language: 'Dil',
  startAfresh: 'Yeni görüşme',
  saveTranscript: 'Görüşmeyi kaydet',
  mailTranscript: 'E-postayla gönder',
  transcriptMailed: (to) => `Gönderiliyor: ${to}`,
  transcriptRefused: (to) => `${to} adresine teslim edilemedi. Adres doğru mu?`,
  endConversation: 'Sonlandır',
  leaveDetails: 'İletişim bilgisi bırak',
  hideDetails: 'Gizle',

  contactIntroWaiting: 'Bilgilerinizi bırakın, gitmeniz gerekse bile size yanıt verebilelim.',
  contactIntroFirst: 'Bağlantı koparsa size nasıl ulaşalım?',
  contactIntroUnanswered: 'Bilgilerinizi bırakın, size dönüş yapalım.',
  contactName: 'Ad',
  contactEmail: 'E-posta',
  contactText: 'Nasıl yardımcı olabiliriz?',
  contactSubmit: 'Bilgilerimi kaydet',
  contactSubmitAndLeave: 'Kaydet ve bekleme',
  contactSubmitFirst: 'Devam et',
  invalidEmail: 'Lütfen ad@example.com gibi bir e-posta adresi girin.',
  contactEmpty: 'Lütfen en az bir alanı doldurun.',
  fieldTooLong: (limit) => `Lütfen en fazla ${number(limit)} karakter kullanın.`,

  connecting: 'Bağlanıyor…',
  notConnected: 'Bağlı değil',
  reconnecting: 'Yeniden bağlanıyor…',
  offline: 'Çevrimdışısınız. Yazdıklarınız bağlantı geri geldiğinde gönderilir.',
  unreachable: 'Şu anda bize ulaşılamıyor. Yeniden bağlanıyor…',
  forbidden: 'Sohbet bu sayfada kullanılamıyor.',
  reloadNeeded: 'Sohbet güncellendi. Devam etmek için sayfayı yenileyin.',
  offence: 'Bu sayfada bir sorun oluştuğu için sohbet kapatıldı.',
  tryNow: 'Şimdi dene',
  reload: 'Yenile',

  noticeFailed: 'İşlem tamamlanamadı.',

  code: (language) => (language ? `Kod, ${language}` : 'Kod'),
  copy: 'Kopyala',
  copied: 'Kopyalandı',
  table: 'Tablo',
  done: 'Yapıldı',
  notDone: 'Yapılacak',

  choices: 'Seçenekler',
  chosen: 'Seçilen:',
  confirmChoices: 'Onayla',
  answered: 'Yanıtlandı',
  notAnswered: 'Yanıtlanmadı',
  awaitingAnswer: 'Yanıt bekleniyor',

  cards: 'Kartlar',
  card: (at, of) => `${number(at)} / ${number(of)}`,
  previousCard: 'Önceki kart',
  nextCard: 'Sonraki kart',
  opensInNewTab: 'yeni sekmede açılır',

  openImage: (name) => `Büyüt: ${name}`,
  closeImage: 'Görseli kapat',
  imageFailed: (name) => `${name} yüklenemedi.`,
  openInNewTab: 'Yeni sekmede aç',

  download: 'İndir',
  fileUnavailable: 'Şu anda kullanılamıyor',

  yes: 'Evet',
  no: 'Hayır',

  submitForm: 'Gönder',
  optional: 'isteğe bağlı',
  pickOption: 'Seçin',
  fieldMissing: (label) => `Lütfen “${label}” alanını doldurun.`,
  invalidPhone: 'Lütfen +351 210 000 000 gibi bir telefon numarası girin.',
  invalidNumber: 'Lütfen bir sayı girin.',
  invalidDate: 'Lütfen bir tarih girin.',

  rating: 'Değerlendirme',
  score: (score, scale) => `${number(score)} / ${number(scale)}`,
  thumbsUp: 'İyi',
  thumbsDown: 'İyi değil',
  ratingMissing: 'Lütfen önce bir seçim yapın.',
  comment: 'Eklemek istediğiniz bir şey var mı?',
  submitRating: 'Puanı gönder',

  attach: 'Dosya ekle',
  attachHint: (size) => `Resim, PDF, metin veya ofis belgeleri, her biri en çok ${size}`,
  attachments: 'Ekler',
  dropFiles: 'Dosyaları buraya bırakın',
  attached: (name) => `${name} eklendi.`,
  uploaded: (name) => `${name} yüklendi.`,
  uploading: 'Yükleniyor',
  uploadWaiting: 'Bağlantı bekleniyor',
  uploadFailed: 'Ulaşmadı',
  removeFile: (name) => `${name} dosyasını kaldır`,
  fileTooLarge: (size) => `Çok büyük. Bir dosya en çok ${size} olabilir.`,
  fileEmpty: 'Dosya boş.',
  fileKindRefused: 'Kabul edilmedi: içeriği adına uymuyor veya bu tür dosyalar alınmıyor.',
  tooManyFiles: (amount) => `Bir mesajdaki en fazla dosya sayısı: ${number(amount)}`,

  picture: (name) => `Resim: ${name}`,
  askedNoMore: 'Bu zaten yanıtlandı veya artık sorulmuyor.',
  notAccepted: 'Bu kabul edilemedi.',
  conversationGone: 'Bu görüşme artık yok.',
  fileGone: 'Bir dosya artık yok. Lütfen yeniden ekleyin.',

  emoji: 'Emoji ekle',

  ...measures,
};

const agentLabels: CompleteLabels = {
  ...visitorLabels,
  emptyTitle: 'Henüz mesaj yok',
  emptyText: 'Mesajlar yazıldıkça burada görünür.',
  loading: 'Görüşme yükleniyor',
  historyReplaced: 'Bu geçmiş bir yedekten geri yüklendi. Bazı mesajlar eksik olabilir.',
  message: 'Yanıt',
  messagePlaceholder: 'Yanıt yazın',
  unreachable: 'Şu anda relay sunucusuna ulaşılamıyor. Yeniden bağlanıyor…',
  forbidden: 'Oturumunuz kapandı. Giriş yapmak için sayfayı yenileyin.',
  reloadNeeded: 'Konsol güncellendi. Devam etmek için sayfayı yenileyin.',
  noticeOffered: 'Bot temsilci önerdi',
  noticeDeclined: 'Ziyaretçi öneriyi geri çevirdi',
  noticeRequested: (by) => (by === 'bot' ? 'Bot temsilci istedi' : 'Ziyaretçi temsilci istedi'),
  noticeContactLeft: (email) =>
    email ? `Ziyaretçi iletişim bilgilerini bıraktı: ${email}` : 'Ziyaretçi iletişim bilgilerini bıraktı',
  noticeRequeued: (name) => `${name} görüşmeyi sıraya geri koydu`,
  noticeTransferred: (from, name) => `${from} görüşmeyi devretti, yeni temsilci ${name}`,
  noticeResolved: (reason, name) => endedForAgent(name)[reason],
  noticeResumed: (name) => `${name} görüşmeyi yeniden üstlendi`,
};

/** Turkish, with `siz`. A noun that is counted stays as it is, and names take no endings. */
export const tr: Locale = { tag: 'tr', dir: 'ltr', visitorLabels, agentLabels };
