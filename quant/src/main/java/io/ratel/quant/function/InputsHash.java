package io.ratel.quant.function;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * SHA-256 of a function's name and its inputs: each component's name, then its value, where a
 * number is its eight bytes, a list its length and elements, and everything else its text.
 */
final class InputsHash {
  private static final int ROOM = 512 * Double.BYTES;

  private final MessageDigest digest;
  private final ByteBuffer numbers = ByteBuffer.allocate(ROOM);

  private InputsHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String of(String function, Record question) {
    InputsHash hash = new InputsHash();
    hash.add(function);
    hash.add(question);
    hash.flush();
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void add(Object value) {
    switch (value) {
      case Record inner -> record(inner);
      case double[] list -> numbers(list);
      case Double number -> number(number);
      case Integer number -> number(number);
      case Optional<?> maybe -> {
        number(maybe.isPresent() ? 1 : 0);
        maybe.ifPresent(this::add);
      }
      case List<?> list -> {
        number(list.size());
        list.forEach(this::add);
      }
      case Object array when array.getClass().isArray() -> {
        number(Array.getLength(array));
        for (int i = 0; i < Array.getLength(array); i++) {
          add(Array.get(array, i));
        }
      }
      default -> text(value.toString());
    }
  }

  private void record(Record inner) {
    for (Fields.Entry field : Fields.of(inner.getClass()).entries()) {
      text(field.name());
      add(field.value(inner));
    }
  }

  private void numbers(double[] list) {
    number(list.length);
    for (double each : list) {
      number(each);
    }
  }

  private void number(double number) {
    if (numbers.remaining() < Double.BYTES) {
      flush();
    }
    numbers.putDouble(number + 0.0); // so that there is one zero
  }

  private void text(String text) {
    flush();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    flush();
    digest.update(bytes);
  }

  private void flush() {
    digest.update(numbers.flip());
    numbers.clear();
  }
}
