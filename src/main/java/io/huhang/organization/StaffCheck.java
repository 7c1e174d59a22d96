package io.huhang.organization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.huhang.organization.StaffSheet.Line;
import io.huhang.organization.Units.Unit;
import io.huhang.sheet.SheetProblem;

import org.springframework.stereotype.Component;

/** Finds everything that is wrong in an uploaded list, each with its cell. */
@Component
public class StaffCheck {

	private static final Map<String, StaffColumn> FIELDS = Map.of(PersonEntry.NAME, StaffColumn.NAME, PersonEntry.EMAIL,
			StaffColumn.EMAIL, PersonEntry.PHONE, StaffColumn.PHONE);

	private final Units units;

	private final PeopleList people;

	StaffCheck(Units units, PeopleList people) {
		this.units = units;
		this.people = people;
	}

	/**
	 * What came out.
	 *
	 * @param newcomers who can be invited; everyone if there is no problem
	 */
	public record Result(List<Newcomer> newcomers, List<SheetProblem> problems) {
	}

	/** Checks against what is known now. */
	public Result check(StaffSheet sheet) {
		return check(sheet,
				this.people.holders(sheet.lines().stream().map(line -> entry(line).email()).distinct().toList()));
	}

	/** How many of each role, and of how many units: the counts of the preview. */
	public record Tally(long units, Map<Role, Long> roles) {
	}

	/** Counts them. */
	public Tally tally(List<Newcomer> newcomers) {
		Map<Role, Long> roles = newcomers.stream()
			.collect(Collectors.groupingBy(Newcomer::role, () -> new EnumMap<>(Role.class), Collectors.counting()));
		return new Tally(newcomers.stream().map(Newcomer::organization).distinct().count(), roles);
	}

	/** Checks against these people, by address. */
	Result check(StaffSheet sheet, Map<String, Person> holders) {
		Pass pass = new Pass(sheet, holders);
		sheet.lines().forEach(pass::check);
		return new Result(pass.newcomers, pass.problems);
	}

	private static PersonEntry entry(Line line) {
		return PersonEntry.typed(line.text(StaffColumn.NAME), line.text(StaffColumn.EMAIL),
				line.text(StaffColumn.PHONE));
	}

	/** One walk through a sheet. */
	private final class Pass {

		private final StaffSheet sheet;

		private final Map<String, Person> holders;

		private final Map<String, Integer> firstLines = new HashMap<>();

		// There are few names, also wrong ones, but many lines.
		private final Map<String, Optional<Unit>> named = new HashMap<>();

		private final Map<String, String> unknown = new HashMap<>();

		private final List<Newcomer> newcomers = new ArrayList<>();

		private final List<SheetProblem> problems = new ArrayList<>();

		Pass(StaffSheet sheet, Map<String, Person> holders) {
			this.sheet = sheet;
			this.holders = holders;
		}

		void check(Line line) {
			Map<StaffColumn, String> faults = new HashMap<>();
			PersonEntry entry = entry(line);
			entry.problems().forEach(problem -> faults.put(FIELDS.get(problem.field()), problem.text()));
			addressFault(line, entry.email()).ifPresent(text -> faults.putIfAbsent(StaffColumn.EMAIL, text));
			Optional<Unit> unit = this.named.computeIfAbsent(line.text(StaffColumn.UNIT), StaffCheck.this.units::named);
			if (unit.isEmpty()) {
				faults.put(StaffColumn.UNIT, unitFault(line.text(StaffColumn.UNIT)));
			}
			Optional<Role> role = role(line.text(StaffColumn.ROLE));
			roleFault(line.text(StaffColumn.ROLE), role, unit).ifPresent(text -> faults.put(StaffColumn.ROLE, text));
			// What the sheet does to a cell hides what is in it.
			line.cells()
				.forEach((column, cell) -> Optional.of(cell.fault())
					.filter(fault -> !fault.isEmpty())
					.ifPresent(fault -> faults.put(column, "“%s”%s".formatted(column.label(), fault))));
			Arrays.stream(StaffColumn.values())
				.filter(faults::containsKey)
				.forEach(column -> this.problems.add(new SheetProblem(line.number(), column.label(),
						this.sheet.address(line, column), faults.get(column))));
			if (faults.isEmpty()) {
				this.newcomers.add(new Newcomer(entry, role.orElseThrow(), unit.orElseThrow().key()));
			}
		}

		private Optional<String> addressFault(Line line, String email) {
			if (email.isEmpty()) {
				return Optional.empty();
			}
			Integer first = this.firstLines.putIfAbsent(email, line.number());
			if (first != null) {
				return Optional
					.of("“邮箱”与第%d行重复（第%d行、第%d行均为%s），每人须使用各自的邮箱，请更正其中一行。".formatted(first, first, line.number(), email));
			}
			return Optional.ofNullable(this.holders.get(email))
				.map(holder -> "“邮箱”中的“%s”已由%s（编号%s）使用，请核对；已停用人员可在人员管理中恢复。".formatted(email, holder.name(),
						holder.id()));
		}

		private String unitFault(String typed) {
			return this.unknown.computeIfAbsent(PersonEntry.plain(typed), name -> {
				if (name.isEmpty()) {
					return "“单位”未填写，请从下拉列表中选择。";
				}
				if (StaffCheck.this.units.isDisabled(name)) {
					return "“单位”%s未列入本次遴选的参加单位，请改选下拉列表中的单位。".formatted(name);
				}
				return "“单位”中的“%s”不在下拉列表中，%s。".formatted(name,
						StaffCheck.this.units.nearest(name).map("是否应为“%s”？请填写全称"::formatted).orElse("请从下拉列表中选择全称"));
			});
		}

		private static Optional<Role> role(String typed) {
			String label = PersonEntry.plain(typed).replace(" ", "");
			return Arrays.stream(Role.values())
				.filter(role -> role != Role.APPLICANT && role.label().equals(label))
				.findFirst();
		}

		private static Optional<String> roleFault(String typed, Optional<Role> role, Optional<Unit> unit) {
			if (typed.isBlank()) {
				return Optional.of("“角色”未填写，请从下拉列表中选择。");
			}
			if (role.isEmpty()) {
				return Optional.of("“角色”中的“%s”不在下拉列表中，请从下拉列表中选择。".formatted(PersonEntry.plain(typed)));
			}
			return unit.filter(found -> !found.fits(role.get()))
				.map(found -> "“角色”%s不适用于%s，该单位可选：%s。".formatted(role.get().label(), found.name(), roles(found)));
		}

		private static String roles(Unit unit) {
			return Arrays.stream(Role.values()).filter(unit::fits).map(Role::label).collect(Collectors.joining("、"));
		}

	}

}
