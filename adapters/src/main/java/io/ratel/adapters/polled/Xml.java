package io.ratel.adapters.polled;

import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML from outside: no document types, no entities of its own, nothing fetched. */
public final class Xml {
  private static final XMLInputFactory FACTORY = factory();

  private Xml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** Walks a document. */
  @FunctionalInterface
  public interface Walk {
    void read(XMLStreamReader reader) throws XMLStreamException, RejectedFrameException;
  }

  /** Gives a document to a walk. */
  public static void read(String text, Walk walk) throws RejectedFrameException {
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
      try {
        walk.read(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw new RejectedFrameException(
          FrameFault.NOT_XML, String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
  }
}
