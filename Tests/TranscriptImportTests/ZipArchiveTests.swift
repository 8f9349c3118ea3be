import Diagnostics
import Testing
import TranscriptImport
import TranscriptModel

/// Archives made by Python's zipfile, in hexadecimal.
@Suite struct ZipArchiveTests {
  private let dynamic =
    "504b03041400000008000060615ded967dfb4f010000640700000a000000612f746578742e7478747d95e16e"
    + "83300c845f8557838db5489d9802add4b71f9b1d7c5f30fc2809c6b1cfe773fae887ae4cafb1743f659ebf7c"
    + "fffd5ca60f3cefd3b2cee5dd8dcbd2bfe13594e9f336ee0e7575b3f9586c3dfb18d7755bdc2b5d98b2896b46"
    + "4568168f6b2fea64109ad08e65e340abf718cc6f0ef62425a89460ebfa97c1a3faa20c068adddf9c40305e0c"
    + "07c26f3f4b0e868887182e888968699560b97ae05393d14f677579dfbc04d5a23b98c99ee75c689782504f78"
    + "30ef1d8f9db61638b54939fde77ad1722e749cb05f19dbb6d904aadadad38403c80795284c051bee354e5838"
    + "a68a47be122e544f22f4bc7d6746f4baa90d3a89daaacc4300e7bd49474e6f2aa8b08a2772392daa334e194a"
    + "57250465d995c82baa9d7404a5ab624fc0e9c5a316e8811dceb25c5d327b4551610c3983b191c9086a4d57ff"
    + "19a89403d34840b50effd30ea1b74de39580a4d3fffb5f504b010214031400000008000060615ded967dfb4f"
    + "010000640700000a0000000000000000000000800100000000612f746578742e747874504b05060000000001"
    + "00010038000000770100000000"
  private let fixed =
    "504b03041400000008000060615d280c4fcc060000000b00000005000000622e7478744b4c84812400504b01"
    + "0214031400000008000060615d280c4fcc060000000b00000005000000000000000000000080010000000062"
    + "2e747874504b0506000000000100010033000000290000000000"
  private let stored =
    "504b03041400000000000060615db3244e96080000000800000005000000632e747874617320697420697350"
    + "4b010214031400000000000060615db3244e9608000000080000000500000000000000000000008001000000"
    + "00632e747874504b05060000000001000100330000002b0000000000"

  private func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
  }

  private func archive(_ bytes: [UInt8], limit: Int = 1 << 20) -> ZipArchive {
    ZipArchive(InputFile(path: "x.zip", bytes: bytes), limit: limit)
  }

  @Test func `stored, fixed and dynamic blocks are unpacked and checked`() {
    for (hex, name, hash) in [
      (dynamic, "a/text.txt", "6ea42ea7b4e793eb85e6d6308bfef95807fde23ef2a52e742be48b75bf04665b"),
      (fixed, "b.txt", "b3d133f2ef1c22e9a07da351c81ea7654f6c0d1216bcf746e427e6f70ee47d6f"),
      (stored, "c.txt", "f5c9477a85fc9f46f91f1e3e3b30aa270b06020ba7497d3c5338ac111d35fa05"),
    ] {
      let archive = archive(bytes(hex))
      #expect(archive.problems.isEmpty)
      #expect(archive.files.map(\.path) == [name])
      #expect(archive.files.map { SHA256.hex($0.bytes) } == [hash])
    }
  }

  @Test func `what unpacks to more than the cap is refused before it is unpacked`() {
    let archive = archive(bytes(dynamic), limit: 100)
    #expect(archive.files.isEmpty)
    #expect(archive.problems.map(\.code) == [.archiveTooLarge])
  }

  @Test func `a file that is packed more densely than any export is refused by its directory`() {
    var bomb = StoredZip.archive([("users.csv", [0x30])])
    // The central directory begins behind a local header of 30, a name of 9 and a byte. Its method
    // is then "deflated", and the size that it states is 64 MiB.
    bomb[40 + 10] = 8
    bomb[40 + 27] = 4
    let archive = archive(bomb, limit: 1 << 30)
    #expect(archive.files.isEmpty)
    #expect(archive.problems.map(\.code) == [.suspiciousArchive])
    #expect(archive.problems.map { $0.location?.file } == ["x.zip"])
  }

  @Test func `an archive cut short or changed anywhere never gives a wrong file`() {
    let whole = bytes(dynamic)
    let right = archive(whole).files.map(\.bytes)
    for length in 0..<whole.count {
      #expect(archive(Array(whole[..<length])).files.isEmpty)
    }
    for index in whole.indices {
      var changed = whole
      changed[index] ^= 0x5A
      let files = archive(changed).files.map(\.bytes)
      // Names, dates and sizes of the local header are not what is read.
      #expect(files.isEmpty || files == right)
    }
  }
}
