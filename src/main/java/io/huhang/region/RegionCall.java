package io.huhang.region;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.campaign.InvalidConfigurationException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * 附件2 as data: everything that the next call would word or number differently. Read from
 * {@code config/campaign-2024-926.yml}.
 *
 * @param largestNumber most that any count may say
 * @param directions 申报方向 (通知一（二）, R8, R57)
 * @param areas the areas of the 行动方案 with their tasks (R70, C20)
 * @param questions what annex 2 asks with yes or no (R56)
 * @param blocks 重点任务完成情况 (R58..R69)
 * @param bounds numbers that never exceed others
 * @param causes numbers that follow from others
 * @param lists the 附名单 (R59, R60, R64..R66, C19)
 * @param scope what annex 2 二 says before its sections
 * @param sections the sections of annex 2 二 (R71..R78)
 */
@Validated
@ConfigurationProperties("huhang.campaign.region")
public record RegionCall(@Positive(message = "a number above 0") int largestNumber,
		@Valid @NotEmpty(message = "the directions of annex 2") List<Direction> directions,
		@Valid @NotEmpty(message = "the areas of the plan") List<Area> areas,
		@Valid @NotNull(message = "the questions of annex 2, [] for none") List<Question> questions,
		@Valid @NotEmpty(message = "the blocks of numbers of annex 2") List<Block> blocks,
		@Valid @NotNull(message = "a list of bounds, [] for none") List<Bound> bounds,
		@Valid @NotNull(message = "a list of causes, [] for none") List<Cause> causes,
		@Valid @NotNull(message = "the lists that annex 2 asks for, [] for none") List<ListKind> lists,
		@NotBlank(message = "the words of annex 2 before its sections") String scope,
		@Valid @NotEmpty(message = "the sections of annex 2") List<Section> sections) {

	/**
	 * Refuses a blank without its number, and whatever names a number that is not there.
	 */
	public RegionCall {
		if (Stream.of(directions, blocks, bounds, causes, lists, questions).noneMatch(Objects::isNull)) {
			List<Row> rows = blocks.stream().flatMap(block -> block.rows().stream()).toList();
			List<String> keys = rows.stream().flatMap(row -> row.numbers().stream()).map(Quantity::key).toList();
			List<String> blanks = rows.stream().flatMap(row -> Sentence.blanks(row.sentence()).stream()).toList();
			require("blocks", keys, blanks.stream());
			require("blocks", blanks, keys.stream());
			require("bounds", keys,
					bounds.stream().flatMap(bound -> Stream.of(bound.parts(), bound.wholes()).flatMap(List::stream)));
			require("causes", keys, causes.stream()
				.flatMap(cause -> Stream.concat(Stream.of(cause.cause()), cause.effects().stream())));
			require("lists", keys, lists.stream().flatMap(list -> list.counts().stream()));
			require("questions", keys, questions.stream().flatMap(question -> question.deniedBy().stream()));
		}
	}

	private static void require(String key, List<String> known, Stream<String> named) {
		named.filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
			throw new InvalidConfigurationException("config/campaign-2024-926.yml",
					"huhang.campaign.region." + key + " = " + name,
					"the key of a number that has a blank in its sentence");
		});
	}

	/** The direction of this code, or empty for one that annex 2 does not know. */
	public Optional<Direction> direction(String code) {
		return directions.stream().filter(direction -> direction.code().equals(code)).findFirst();
	}

	/** Every number in the order of the annex. */
	Stream<Quantity> numbers() {
		return blocks.stream().flatMap(block -> block.rows().stream()).flatMap(row -> row.numbers().stream());
	}

	/**
	 * 申报方向.
	 *
	 * @param parts the parts of annex 2 that it fills in
	 */
	public record Direction(@NotBlank(message = "a code such as OVERALL") String code,
			@NotBlank(message = "the label of annex 2") String label,
			@NotEmpty(message = "its parts, such as [SAFETY]") List<Part> parts) {
	}

	/** 安全管理 or 服务赋能: what the directions are put together from. */
	public enum Part {

		/** 安全管理. */
		SAFETY,
		/** 服务赋能. */
		SERVICE

	}

	/** 方面 of the plan with its 重点任务. */
	public record Area(@NotNull(message = "SAFETY or SERVICE") Part part,
			@NotBlank(message = "the area's name") String name,
			@NotEmpty(message = "its tasks") List<@NotBlank(message = "a task") String> tasks) {
	}

	/**
	 * A question with yes or no.
	 *
	 * @param deniedBy numbers that do not go with a no
	 */
	public record Question(@NotBlank(message = "a key such as classification") String key,
			@NotBlank(message = "the words of annex 2") String label,
			@NotNull(message = "keys of numbers, [] for none") List<String> deniedBy) {
	}

	/** The numbers of one part under their heading. */
	public record Block(@NotNull(message = "SAFETY or SERVICE") Part part,
			@NotBlank(message = "the heading of annex 2") String title,
			@Valid @NotEmpty(message = "its rows") List<Row> rows) {
	}

	/**
	 * One sentence of annex 2 with its blanks.
	 *
	 * @param sentence with {@code {key}} for each blank
	 * @param total a sum worth showing while people type, or null
	 */
	public record Row(@NotBlank(message = "a sentence with {key} for each blank") String sentence,
			@Valid @NotEmpty(message = "the numbers of its blanks") List<Quantity> numbers, @Valid Total total) {

		/** Such as 1. */
		public String ordinal() {
			return this.sentence.substring(0, this.sentence.indexOf('.'));
		}

	}

	/**
	 * A number that goes into a blank.
	 *
	 * @param label how people are told of it
	 * @param most refused beyond it; null for the largest number of all
	 * @param doubtful asked about beyond it; null for never
	 * @param decimals most decimals; 0 for a whole number
	 * @param measures of which one is asked for; empty where the sentence says it
	 */
	public record Quantity(@NotBlank(message = "a key such as level3") String key,
			@NotBlank(message = "what it counts") String label, Integer most, Integer doubtful, int decimals,
			List<String> measures) {

		/** Nothing is null: most numbers have no measures of their own. */
		public Quantity {
			measures = (measures != null) ? measures : List.of();
		}

	}

	/** A sum that is shown, not asked for. */
	public record Total(@NotBlank(message = "what it sums up") String label,
			@NotBlank(message = "such as 家") String unit, @NotEmpty(message = "keys of numbers") List<String> of) {
	}

	/** Parts that together never exceed the wholes together. */
	public record Bound(@NotEmpty(message = "keys of numbers") List<String> parts,
			@NotEmpty(message = "keys of numbers") List<String> wholes) {
	}

	/** Effects that can hardly be where the cause is 0. */
	public record Cause(@NotBlank(message = "the key of a number") String cause,
			@NotEmpty(message = "keys of numbers") List<String> effects) {
	}

	/**
	 * A section of annex 2 二.
	 *
	 * @param part null where every direction writes it
	 * @param heading null where the guidance begins with its number
	 * @param label how people are told of it; null for a heading with nothing to write
	 * @param guidance what to write
	 * @param proof whether evidence must be attached (R77)
	 * @param optional whether it may stay empty (R78)
	 */
	public record Section(@NotBlank(message = "a key such as foundation") String key, Part part, String heading,
			String label, String guidance, boolean proof, boolean optional) {
	}

}
