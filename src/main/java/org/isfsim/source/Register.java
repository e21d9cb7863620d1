package org.isfsim.source;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The evidence register: documents with their claims, conflicts between claims, and the voices that
 * make them. Immutable.
 */
public final class Register {

  private final Map<String, Document> documents;
  private final Map<String, Claim> claims;
  private final Map<String, Conflict> conflicts;
  private final Map<String, Voice> voices;
  private final Map<String, Voice> voicesByClaim;

  Register(List<Document> documents, List<Conflict> conflicts, List<Voice> voices) {
    Map<String, Document> documentsById = new LinkedHashMap<>();
    Map<String, Claim> claimsById = new LinkedHashMap<>();
    Map<String, Conflict> conflictsById = new LinkedHashMap<>();
    for (Document document : documents) {
      documentsById.put(document.id(), document);
      document.claims().forEach(claim -> claimsById.put(claim.id(), claim));
    }
    conflicts.forEach(conflict -> conflictsById.put(conflict.id(), conflict));
    Map<String, Voice> voicesById = new LinkedHashMap<>();
    Map<String, Voice> byClaim = new LinkedHashMap<>();
    for (Voice voice : voices) {
      voicesById.put(voice.id(), voice);
      voice.claims().forEach(claim -> byClaim.put(claim, voice));
    }
    this.documents = Collections.unmodifiableMap(documentsById);
    this.claims = Collections.unmodifiableMap(claimsById);
    this.conflicts = Collections.unmodifiableMap(conflictsById);
    this.voices = Collections.unmodifiableMap(voicesById);
    this.voicesByClaim = Collections.unmodifiableMap(byClaim);
  }

  /**
   * Reads a folder that holds {@code S000.yaml}, {@code S001.yaml} …, {@code conflicts.yaml} and
   * {@code voices.yaml}.
   *
   * @param folder the folder as the user named it; it appears so in messages
   * @throws InvalidInputException with every problem of every file
   */
  public static Register read(Path folder) {
    return new RegisterReader(folder).read();
  }

  /** Every document in the order of ids. */
  public Collection<Document> documents() {
    return documents.values();
  }

  /** Every claim in the order of ids. */
  public Collection<Claim> claims() {
    return claims.values();
  }

  /** Every conflict in the order of ids. */
  public Collection<Conflict> conflicts() {
    return conflicts.values();
  }

  /** The document with an id. */
  public Optional<Document> document(String id) {
    return Optional.ofNullable(documents.get(id));
  }

  /** The claim with an id. */
  public Optional<Claim> claim(String id) {
    return Optional.ofNullable(claims.get(id));
  }

  /** The conflict with an id. */
  public Optional<Conflict> conflict(String id) {
    return Optional.ofNullable(conflicts.get(id));
  }

  /** Every voice in the order of its file. */
  public Collection<Voice> voices() {
    return voices.values();
  }

  /** The voice with an id. */
  public Optional<Voice> voice(String id) {
    return Optional.ofNullable(voices.get(id));
  }

  /** The voice that makes a claim; every registered claim has one. */
  public Optional<Voice> voiceOf(String claim) {
    return Optional.ofNullable(voicesByClaim.get(claim));
  }

  /** Whether there is a claim with this id. */
  public boolean hasClaim(String id) {
    return claims.containsKey(id);
  }

  /** The conflicts on one of whose sides a claim stands. */
  public List<Conflict> conflictsOf(String claim) {
    return conflicts.values().stream().filter(conflict -> conflict.cites(claim)).toList();
  }

  /** Compares the original of every document with its entry. */
  public List<Verification> verify(Path originals) {
    return documents.values().stream()
        .map(document -> Verification.of(document, originals))
        .toList();
  }

  /** The claims on the side of a conflict that stands for a value; empty if nobody takes it. */
  public List<String> claims(String conflict, String value) {
    return conflict(conflict).stream()
        .flatMap(c -> c.sides().stream())
        .filter(side -> side.value().filter(value::equals).isPresent())
        .flatMap(side -> side.claims().stream())
        .distinct()
        .toList();
  }
}
