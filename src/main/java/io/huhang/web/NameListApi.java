package io.huhang.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Draft;
import io.huhang.organization.Person;
import io.huhang.region.ListKind;
import io.huhang.region.NameList;
import io.huhang.region.NameLists;
import io.huhang.region.NameLists.Saved;
import io.huhang.region.NameListSheet;
import io.huhang.region.RegionDesk;
import io.huhang.sheet.SheetProblem;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * 附名单 of an open region application: typed in a grid, or taken over from an .xlsx that
 * changes nothing before the person has seen it.
 */
@RestController
@RequestMapping("/api/tasks/{taskId}/region-form/lists/{list}")
class NameListApi {

	private static final long LARGEST = 10L * 1024 * 1024;

	private static final int SHOWN = 200;

	private static final String CLAUSE = "附件2 “请附名单”";

	private final Access access;

	private final RegionDesk desk;

	private final NameLists lists;

	private final Clock clock;

	NameListApi(Access access, RegionDesk desk, NameLists lists, Clock clock) {
		this.access = access;
		this.desk = desk;
		this.lists = lists;
		this.clock = clock;
	}

	/** The list as it is. */
	record ListSheet(int version, List<List<String>> rows, NameLists.Faults faults) {
	}

	/** A list as typed, over the version that the grid was loaded with. */
	record ListSave(int version, List<List<String>> rows) {
	}

	/** The list as saved, with what is wrong in its rows. */
	record ListSaved(int version, String savedAt, NameLists.Faults faults) {
	}

	/**
	 * An uploaded list.
	 *
	 * @param problems the first of them
	 * @param count how many problems there are
	 */
	record Preview(List<List<String>> rows, List<SheetProblem> problems, int count) {
	}

	@GetMapping
	ListSheet open(@PathVariable String taskId, @PathVariable String list, Person person) {
		String number = number(taskId, person);
		ListKind kind = kind(number, list);
		Saved saved = this.lists.find(number, kind);
		return new ListSheet(saved.version(), saved.list().rows(), NameLists.faults(kind, saved.list()));
	}

	@PutMapping
	ListSaved save(@PathVariable String taskId, @PathVariable String list, @RequestBody ListSave save, Person person) {
		String number = number(taskId, person);
		ListKind kind = kind(number, list);
		NameList typed = new NameList(save.rows());
		Draft draft = this.lists.save(number, kind, new Saved(save.version(), typed), person.id());
		return new ListSaved(draft.version(), ChineseDates.minute(this.clock.instant()), NameLists.faults(kind, typed));
	}

	/** The template, filled with what the list holds so far. */
	@GetMapping("/template")
	ResponseEntity<byte[]> template(@PathVariable String taskId, @PathVariable String list, Person person) {
		String number = number(taskId, person);
		ListKind kind = kind(number, list);
		ContentDisposition attachment = ContentDisposition.attachment()
			.filename(kind.title() + ".xlsx", StandardCharsets.UTF_8)
			.build();
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
			.contentType(MediaType.parseMediaType(NameListSheet.MEDIA_TYPE))
			.body(NameListSheet.write(kind, this.lists.find(number, kind).list()));
	}

	/** Reads an uploaded list; the one that is there stays as it is. */
	@PostMapping("/preview")
	Preview preview(@PathVariable String taskId, @PathVariable String list,
			@RequestParam(required = false) MultipartFile file, Person person) {
		ListKind kind = kind(number(taskId, person), list);
		if (file == null || file.isEmpty()) {
			throw new RefusedException("file", "没有收到文件，请选择填写好的文件后上传。", CLAUSE);
		}
		if (file.getSize() > LARGEST) {
			throw new RefusedException("file", "文件超过10MB，请删除与名单无关的内容后重新上传。", CLAUSE);
		}
		NameListSheet.Preview read = read(kind, file);
		return new Preview(read.list().rows(), read.problems().stream().limit(SHOWN).toList(), read.problems().size());
	}

	private static NameListSheet.Preview read(ListKind kind, MultipartFile file) {
		try {
			Path copy = Files.createTempFile("huhang-list-", ".xlsx");
			try {
				file.transferTo(copy);
				return NameListSheet.read(kind, copy);
			}
			finally {
				Files.deleteIfExists(copy);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String number(String taskId, Person person) {
		return this.access.task(taskId, person, RegionDesk.FORM).number();
	}

	// A list that the direction does not ask for is none.
	private ListKind kind(String number, String key) {
		return this.desk.lists(number)
			.stream()
			.filter(kind -> kind.key().equals(key))
			.findFirst()
			.orElseThrow(MissingException::new);
	}

}
