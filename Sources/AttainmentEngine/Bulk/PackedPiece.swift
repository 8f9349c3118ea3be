/// A demonstration while a packed table is resolved.
struct PackedPiece {
  var title: UInt64
  var day: Int32
  /// Days after it was shown on which it was entered.
  var delay: UInt16
  var level: Int8
  var type: UInt8

  /// By day, then title; of one demonstration the highest level first.
  @inline(__always)
  func precedes(_ other: PackedPiece) -> Bool {
    if day != other.day { return day < other.day }
    if title != other.title { return title < other.title }
    return level > other.level
  }
}

/// Room for the pieces of one competency; used again and again, so that resolving allocates nothing.
struct PieceBuffer {
  private(set) var pieces: [PackedPiece] = []

  mutating func removeAll() { pieces.removeAll(keepingCapacity: true) }

  mutating func append(_ piece: PackedPiece) { pieces.append(piece) }

  /// Orders the pieces and leaves one for each demonstration: its highest rating.
  mutating func collapse() {
    sort()
    var kept = 0
    for place in pieces.indices {
      if kept > 0, pieces[kept - 1].day == pieces[place].day,
        pieces[kept - 1].title == pieces[place].title
      {
        pieces[kept - 1].delay = min(pieces[kept - 1].delay, pieces[place].delay)
        continue
      }
      pieces[kept] = pieces[place]
      kept += 1
    }
    pieces.removeLast(pieces.count - kept)
  }

  /// Insertion sort for the handful that there usually is.
  private mutating func sort() {
    guard pieces.count <= 32 else { return pieces.sort { $0.precedes($1) } }
    pieces.withUnsafeMutableBufferPointer { pieces in
      var end = 1
      while end < pieces.count {
        let piece = pieces[end]
        var place = end
        while place > 0, piece.precedes(pieces[place - 1]) {
          pieces[place] = pieces[place - 1]
          place -= 1
        }
        pieces[place] = piece
        end += 1
      }
    }
  }
}
