package org.isfsim.model;

import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problems;

/** A section of a model file: a map from names to what they stand for. */
@FunctionalInterface
interface Section {

  /**
   * Reads an entry.
   *
   * @param name its key
   * @param path its path in the file
   */
  void read(String name, String path, Node.Entry entry);

  /** Reads every entry of a section, if it is there. */
  static void forEach(Fields root, String section, Problems problems, Section reader) {
    root.find(section)
        .flatMap(node -> Fields.of(node, section, problems))
        .ifPresent(
            fields -> fields.forEach((key, entry) -> reader.read(key, fields.pathOf(key), entry)));
  }
}
