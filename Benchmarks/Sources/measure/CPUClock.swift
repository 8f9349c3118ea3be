import Glibc

/// CPU time, which other programs on the machine hardly disturb; and wall time, which they do.
enum CPUClock {
  /// Milliseconds of CPU that the calling thread has used.
  static var thread: Double { milliseconds(CLOCK_THREAD_CPUTIME_ID) }
  /// Milliseconds of CPU that all threads of the process have used.
  static var process: Double { milliseconds(CLOCK_PROCESS_CPUTIME_ID) }
  /// Milliseconds of CPU that this process and the processes that it has waited for have used.
  static var family: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return process + milliseconds(of: usage.ru_utime) + milliseconds(of: usage.ru_stime)
  }

  private static func milliseconds(of time: timeval) -> Double {
    Double(time.tv_sec) * 1e3 + Double(time.tv_usec) / 1e3
  }

  /// Milliseconds on the wall, from an arbitrary beginning.
  static var wall: Double { milliseconds(CLOCK_MONOTONIC) }

  private static func milliseconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}

/// Numbers in order of size.
struct Sample {
  private var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  /// The middle value; 0 when there is none.
  var median: Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  /// The sum divided by the count; 0 when there is none.
  var mean: Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }

  /// The smallest value; 0 when there is none.
  var least: Double { values.min() ?? 0 }
}
