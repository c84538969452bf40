#include "store/packed.h"

#include <algorithm>

#include <zlib.h>

namespace dragoman {

std::string packed(std::string_view bytes) {
  constexpr int kLevel = 4;  // higher ones take twice the time for a tenth of the room
  std::string out(compressBound(static_cast<uLong>(bytes.size())), '\0');
  auto size = static_cast<uLongf>(out.size());
  compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
            static_cast<uLong>(bytes.size()), kLevel);  // cannot fail: there is room
  out.resize(size);
  return out;
}

Result<std::string> unpacked(std::string_view bytes) {
  constexpr std::size_t kMost = std::size_t{1} << 32U;  // no record of a document of the longest length is larger
  std::string out(bytes.size() * 8 + 64, '\0');
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return Error{ErrorKind::input, "", "zlib cannot be used"};
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  int code = Z_OK;
  while (code == Z_OK) {
    if (stream.total_out == out.size()) out.resize(out.size() * 2);
    const std::size_t room = out.size() - stream.total_out;
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + stream.total_out);
    stream.avail_out = static_cast<uInt>(std::min<std::size_t>(room, 1U << 30U));
    code = inflate(&stream, Z_NO_FLUSH);
    if (out.size() > kMost) code = Z_MEM_ERROR;
  }
  out.resize(stream.total_out);
  inflateEnd(&stream);
  if (code == Z_STREAM_END) return out;
  return Error{ErrorKind::input, "", "the compressed bytes are damaged"};
}

}  // namespace dragoman
