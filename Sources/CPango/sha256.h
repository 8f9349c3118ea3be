// SHA-256 (FIPS 180-4) by the processor's own instructions: a font is checked before it is first used, and
// GLib takes ten times as long over its bytes.

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

static const uint32_t ck_sha256_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static inline int ck_has_sha256(void) {
  unsigned int a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & (1u << 29));
}

__attribute__((target("sha,sse4.1,ssse3"))) static inline void ck_sha256_blocks(
    uint32_t state[8], const uint8_t *bytes, size_t blocks) {
  const __m128i order = _mm_set_epi64x(0x0c0d0e0f08090a0bULL, 0x0405060700010203ULL);
  // The instructions want the eight variables as ABEF and CDGH.
  __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
  __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
  __m128i abef = _mm_alignr_epi8(low, high, 8);
  __m128i cdgh = _mm_blend_epi16(high, low, 0xF0);
  for (; blocks > 0; blocks--, bytes += 64) {
    const __m128i first = abef, second = cdgh;
    __m128i words[4];
    for (int round = 0; round < 16; round++) {
      if (round < 4) {
        words[round] = _mm_shuffle_epi8(
            _mm_loadu_si128((const __m128i *)(bytes + 16 * round)), order);
      } else {
        const __m128i last = words[(round + 3) & 3];
        __m128i next = _mm_sha256msg1_epu32(words[round & 3], words[(round + 1) & 3]);
        next = _mm_add_epi32(next, _mm_alignr_epi8(last, words[(round + 2) & 3], 4));
        words[round & 3] = _mm_sha256msg2_epu32(next, last);
      }
      __m128i sum = _mm_add_epi32(
          words[round & 3], _mm_loadu_si128((const __m128i *)(ck_sha256_constants + 4 * round)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
    }
    abef = _mm_add_epi32(abef, first);
    cdgh = _mm_add_epi32(cdgh, second);
  }
  low = _mm_shuffle_epi32(abef, 0x1B);
  high = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(low, high, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(high, low, 8));
}
#endif

// Writes the digest of `bytes`; returns 0 where the processor has no instructions for it.
static inline int ck_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]) {
#if defined(__x86_64__)
  if (!ck_has_sha256()) return 0;
  uint32_t state[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                       0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  size_t whole = count / 64, rest = count % 64;
  ck_sha256_blocks(state, bytes, whole);
  uint8_t tail[128] = {0};
  for (size_t index = 0; index < rest; index++) tail[index] = bytes[64 * whole + index];
  tail[rest] = 0x80;
  size_t size = rest < 56 ? 64 : 128;
  for (int index = 0; index < 8; index++)
    tail[size - 1 - index] = (uint8_t)((uint64_t)count * 8 >> (8 * index));
  ck_sha256_blocks(state, tail, size / 64);
  for (int index = 0; index < 32; index++)
    digest[index] = (uint8_t)(state[index / 4] >> (24 - 8 * (index % 4)));
  return 1;
#else
  return 0;
#endif
}
