package io.framewire.codec.msgpack;

/** What a msgpack value is, told by its first byte. */
enum Form {
  NIL("nil"),
  BOOL("a truth value"),
  INT("an integer"),
  FLOAT("a float"),
  STR("text"),
  BIN("bytes"),
  ARRAY("a list"),
  MAP("a map"),
  EXTENSION("an extension value"),
  NEVER_USED("the byte 0xc1, which msgpack never uses");

  private final String words;

  Form(String words) {
    this.words = words;
  }

  static Form of(int tag) {
    if (tag <= 0x7f || tag >= 0xe0) {
      return INT;
    } else if (tag <= 0x8f) {
      return MAP;
    } else if (tag <= 0x9f) {
      return ARRAY;
    } else if (tag <= 0xbf) {
      return STR;
    }
    return ofLong(tag);
  }

  private static Form ofLong(int tag) {
    return switch (tag) {
      case 0xc0 -> NIL;
      case 0xc1 -> NEVER_USED;
      case 0xc2, 0xc3 -> BOOL;
      case 0xc4, 0xc5, 0xc6 -> BIN;
      case 0xc7, 0xc8, 0xc9, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> EXTENSION;
      case 0xca, 0xcb -> FLOAT;
      case 0xd9, 0xda, 0xdb -> STR;
      case 0xdc, 0xdd -> ARRAY;
      case 0xde, 0xdf -> MAP;
      default -> INT;
    };
  }

  @Override
  public String toString() {
    return words;
  }
}
