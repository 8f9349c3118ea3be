/// A made-up name in each script that documents must be able to print.
public struct ScriptSample: Sendable, Hashable {
  /// The script in English.
  public let script: String
  /// BCP 47 tag of a language that is written in it.
  public let language: String
  /// A name.
  public let name: String

  private init(_ script: String, _ language: String, _ name: String) {
    self.script = script
    self.language = language
    self.name = name
  }

  /// The scripts of issue and manifest, in the fallback order.
  public static let all = [
    ScriptSample("Latin", "vi", "Nguyễn Thị Ngọc Ánh"),
    ScriptSample("Cyrillic", "uk", "Олексій Ґалаґан"),
    ScriptSample("Greek", "el", "Ελένη Παπαϊωάννου"),
    ScriptSample("Arabic", "ar", "فاطمة الزهراء"),
    ScriptSample("Hebrew", "he", "נועה בן־דוד"),
    ScriptSample("Devanagari", "hi", "श्रीकृष्ण त्रिपाठी"),
    ScriptSample("Bengali", "bn", "ঋত্বিক চট্টোপাধ্যায়"),
    ScriptSample("Gujarati", "gu", "હર્ષદ પ્રજાપતિ"),
    ScriptSample("Thai", "th", "ณัฐพงษ์ ศรีสุข"),
    ScriptSample("Khmer", "km", "សុខ ចាន់ធី"),
    ScriptSample("Lao", "lo", "ບຸນມີ ສີສະຫວັດ"),
    ScriptSample("Ethiopic", "am", "ሰላማዊት ገብረመድህን"),
    ScriptSample("Armenian", "hy", "Անահիտ Մկրտչյան"),
    ScriptSample("Georgian", "ka", "ნინო ჯავახიშვილი"),
    ScriptSample("Chinese", "zh-Hans", "欧阳静怡"),
    ScriptSample("Japanese", "ja", "高橋さくら"),
    ScriptSample("Korean", "ko", "김서연"),
  ]
}
