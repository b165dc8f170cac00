package io.ratel.gateway.quant;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Numbers on the wire; null where there is none, since JSON has neither NaN nor infinity. */
@JsonSerialize(using = Numbers.Writer.class)
public record Numbers(double[] values) {
  static final class Writer extends StdSerializer<Numbers> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Numbers.class);
    }

    @Override
    public void serialize(Numbers numbers, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartArray();
      for (double value : numbers.values()) {
        if (Double.isFinite(value)) {
          json.writeNumber(value);
        } else {
          json.writeNull();
        }
      }
      json.writeEndArray();
    }
  }
}
