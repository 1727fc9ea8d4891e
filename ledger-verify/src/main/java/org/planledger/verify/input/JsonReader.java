package org.planledger.verify.input;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one JSON text (RFC 8259) from UTF-8 bytes, asking for what it expects, and refuses
/// everything else with the place of the mistake: members that are unknown, missing or there
/// twice, numbers out of range, text that is too long, broken UTF-8, halves of surrogate pairs,
/// base64 in a second spelling, whatever follows the end.
///
/// It is written here, and not taken from a library, because of what a verifier must refuse and a
/// general reader lets pass, and because a log of a million lines is to be read at the speed of
/// hashing it.
public final class JsonReader {

  /// How deep a text may be nested.
  public static final int MAX_DEPTH = 64;

  /// The largest whole number that every JSON reader can hold exactly.
  public static final long MAX_INTEGER = (1L << 53) - 1;

  /// The longest number, which is one digit longer than the largest that is taken.
  private static final int MAX_DIGITS = 17;

  /// The longest name of a member in a text of no fixed form, in bytes.
  private static final int MAX_NAME_BYTES = 1024;

  private final JsonText text;

  /// What is open, from the outermost on.
  private final Open[] open = new Open[MAX_DEPTH];

  private int depth;

  /// An object or an array that has begun.
  private static final class Open {
    /// What an object may hold; null for an array, and for an object of no fixed form.
    @Nullable Members members;

    /// The names seen, of an object of no fixed form.
    @Nullable Set<String> names;

    /// The members seen, one bit each.
    long seen;

    /// How many members or elements have begun.
    int count;

    int maxElements;

    /// The member at hand; null in an array.
    @Nullable String name;
  }

  /// A reader of a part of these bytes.
  ///
  /// @param name what is being read, for messages
  /// @param from the first byte of the text
  /// @param to the first byte after it
  /// @param firstLine the number of its first line
  public JsonReader(String name, byte[] bytes, int from, int to, long firstLine) {
    this.text = new JsonText(name, bytes, from, to, firstLine);
    for (int i = 0; i < MAX_DEPTH; i++) {
      open[i] = new Open();
    }
  }

  public JsonReader(String name, byte[] bytes) {
    this(name, bytes, 0, bytes.length, 1);
  }

  /// Begins another text with what is set up already.
  public void restart(int from, int to, long line) {
    text.restart(from, to, line);
    depth = 0;
  }

  /// An object with these members begins here.
  public void beginObject(Members members) {
    begin('{', "an object").members = members;
  }

  /// An object of no fixed form begins here.
  public void beginObject() {
    begin('{', "an object").names = new HashSet<>();
  }

  /// An array of at most so many elements begins here.
  public void beginArray(int maxElements) {
    begin('[', "an array").maxElements = maxElements;
  }

  /// The name of the next member, whose value is then to be read; null at the end of the object.
  public @Nullable String nextMember() {
    Open object = open[depth - 1];
    String expected = object.members == null ? null : expected(object, object.members);
    if (expected != null) {
      return expected;
    }
    object.name = null;
    if (text.takes('}')) {
      if (object.members != null) {
        int missing = object.members.missing(object.seen);
        if (missing >= 0) {
          throw problem("the member `%s` is missing".formatted(object.members.name(missing)));
        }
      }
      depth--;
      return null;
    }
    separate(object);
    String name = object.members == null ? freeName(object) : fixedName(object, object.members);
    object.name = name;
    text.expect(':', "a colon", this);
    return name;
  }

  /// Whether there is a further element, which is then to be read.
  public boolean nextElement() {
    Open array = open[depth - 1];
    if (text.takes(']')) {
      depth--;
      return false;
    }
    separate(array);
    if (array.count > array.maxElements) {
      throw problem("there are more than %,d elements".formatted(array.maxElements));
    }
    return true;
  }

  /// A text of at most so many bytes.
  public String string(int maxBytes) {
    return text(maxBytes).toString();
  }

  /// The same where it lies.
  public Utf8 text(int maxBytes) {
    return text.text(maxBytes, this);
  }

  /// A text that must be one of these.
  public String oneOf(String... values) {
    Utf8 value = text(MAX_NAME_BYTES);
    for (String allowed : values) {
      if (value.is(allowed)) {
        return allowed;
      }
    }
    throw problem("it must be " + String.join(" or ", values));
  }

  /// Bytes in base64 (RFC 4648, section 4), padded, in the only spelling there is for them.
  ///
  /// @param maxBytes how many there may be
  public byte[] base64(int maxBytes) {
    return text.base64(maxBytes, this);
  }

  /// As many bytes in base64.
  public byte[] base64Exactly(int bytes) {
    byte[] content = base64(bytes);
    if (content.length != bytes) {
      throw problem("%d bytes in base64 are expected, not %d".formatted(bytes, content.length));
    }
    return content;
  }

  /// A whole number in these bounds, none of them negative, written without fraction or exponent.
  public long integer(long least, long most) {
    long value = text.digits(MAX_DIGITS, least, most);
    if (value < 0) {
      throw problem("a whole number from %d to %d is expected".formatted(least, most));
    }
    return value;
  }

  /// What comes next: one of `{`, `[`, `"`, `t`, `f`, `n`, `-` or a digit.
  public int peek() {
    return text.peek();
  }

  /// A value of a kind that nobody asks for, and of no more than this reader's depth.
  public void skipValue() {
    switch (peek()) {
      case '{' -> {
        beginObject();
        while (nextMember() != null) {
          skipValue();
        }
      }
      case '[' -> {
        beginArray(Integer.MAX_VALUE);
        while (nextElement()) {
          skipValue();
        }
      }
      case '"' -> text(Integer.MAX_VALUE);
      default -> text.skipScalar(this);
    }
  }

  /// Nothing but white space may follow.
  public void end() {
    if (text.peek() != JsonText.END) {
      throw problem("something follows the end of the JSON text");
    }
  }

  /// Where the reader is, as a JSON pointer (RFC 6901).
  public String pointer() {
    var pointer = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      Open at = open[i];
      if (at.name != null) {
        pointer.append('/').append(at.name.replace("~", "~0").replace("/", "~1"));
      } else if (at.members == null && at.names == null && at.count > 0) {
        pointer.append('/').append(at.count - 1);
      }
    }
    return pointer.toString();
  }

  /// The input is unusable, here.
  public UnusableInputException problem(String what) {
    return new UnusableInputException(text.place(pointer()), what);
  }

  private Open begin(char bracket, String what) {
    text.expect(bracket, what, this);
    if (depth == MAX_DEPTH) {
      throw problem("it is nested deeper than " + MAX_DEPTH);
    }
    Open opened = open[depth++];
    opened.members = null;
    opened.names = null;
    opened.seen = 0;
    opened.count = 0;
    opened.maxElements = 0;
    opened.name = null;
    return opened;
  }

  private void separate(Open container) {
    if (container.count > 0) {
      text.expect(',', "a comma", this);
    }
    container.count++;
  }

  /// The member that is next in the order in which they are declared, if it is there in the very
  /// letters in which a program without blanks writes it; otherwise null, and nothing passed.
  private @Nullable String expected(Open object, Members members) {
    int index = object.count;
    if (index >= members.count()
        || (object.seen >>> index & 1) == 1
        || !text.passes(members.letters(index), index == 0 ? 1 : 0)) {
      return null;
    }
    object.count++;
    object.seen |= 1L << index;
    object.name = members.name(index);
    return object.name;
  }

  private String fixedName(Open object, Members members) {
    int index = text.member(members, object.count - 1, this);
    if (index < 0) {
      String name = string(MAX_NAME_BYTES);
      index = members.find(name);
      if (index < 0) {
        throw problem("the member `%s` is not known".formatted(name));
      }
    }
    if ((object.seen >>> index & 1) == 1) {
      throw problem("the member `%s` is there twice".formatted(members.name(index)));
    }
    object.seen |= 1L << index;
    return members.name(index);
  }

  private String freeName(Open object) {
    String name = string(MAX_NAME_BYTES);
    if (object.names != null && !object.names.add(name)) {
      throw problem("the member `%s` is there twice".formatted(name));
    }
    return name;
  }
}
