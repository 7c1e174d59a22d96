package io.huhang.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Newcomer;
import io.huhang.organization.OrganizationNames;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.organization.StaffCheck;
import io.huhang.organization.StaffImports;
import io.huhang.organization.StaffImports.Upload;
import io.huhang.organization.StaffSheet;
import io.huhang.organization.StaffWorkbook;
import io.huhang.process.StaffImport;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * 人员导入: an administrator downloads the template, uploads it filled in, sees every problem
 * and imports everybody or nobody.
 */
@Controller
class PeopleImportPages {

	private static final long LARGEST = 10L * 1024 * 1024;

	private static final int SHOWN = 200;

	private static final int LISTED = 1000;

	private final StaffWorkbook workbook;

	private final StaffImports uploads;

	private final StaffCheck check;

	private final StaffImport imports;

	private final OrganizationNames organizations;

	PeopleImportPages(StaffWorkbook workbook, StaffImports uploads, StaffCheck check, StaffImport imports,
			OrganizationNames organizations) {
		this.workbook = workbook;
		this.uploads = uploads;
		this.check = check;
		this.imports = imports;
		this.organizations = organizations;
	}

	/** A person who is about to be imported, as whoever typed the list checks it. */
	record Row(Person person, String unitName) {
	}

	@GetMapping("/people/import")
	String begin(Person person) {
		requireAdministrator(person);
		return "people-import";
	}

	@GetMapping("/people/import/template")
	ResponseEntity<byte[]> template(Person person) {
		requireAdministrator(person);
		return download("人员导入模板.xlsx", this.workbook.template());
	}

	@PostMapping("/people/import")
	String upload(@RequestParam(required = false) MultipartFile file, Model model, Person person,
			HttpServletResponse response) {
		requireAdministrator(person);
		try {
			if (file == null || file.isEmpty()) {
				throw new RefusedException("file", "没有收到文件，请选择填写好的文件后上传。", "人员导入要求");
			}
			if (file.getSize() > LARGEST) {
				throw new RefusedException("file", "文件超过10MB，请删除与名单无关的内容，或者分成几个文件导入。", "人员导入要求");
			}
			UUID id = this.uploads.keep(read(file), name(file), person.id());
			return "redirect:/people/import/" + id;
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			model.addAttribute("problems", ex.problems().stream().map(Problem::text).toList());
			return "people-import";
		}
	}

	@GetMapping("/people/import/{id}")
	String preview(@PathVariable UUID id, Model model, Person person) {
		Upload upload = upload(id, person);
		model.addAttribute("upload", upload);
		upload.sheet().ifPresent(sheet -> {
			StaffCheck.Result result = this.check.check(sheet);
			model.addAttribute("total", sheet.size());
			model.addAttribute("count", result.problems().size());
			model.addAttribute("lines", result.problems().stream().map(problem -> problem.line()).distinct().count());
			model.addAttribute("problems", result.problems().stream().limit(SHOWN).toList());
			model.addAttribute("tally", this.check.tally(result.newcomers()));
			model.addAttribute("rows", rows(result.newcomers()));
		});
		return "people-import-preview";
	}

	@GetMapping("/people/import/{id}/problems")
	ResponseEntity<byte[]> problems(@PathVariable UUID id, Person person) {
		StaffSheet sheet = upload(id, person).sheet().orElseThrow(MissingException::new);
		return download("人员导入问题清单.xlsx", this.workbook.withProblems(sheet, this.check.check(sheet).problems()));
	}

	@PostMapping("/people/import/{id}/confirmation")
	String confirm(@PathVariable UUID id, Person person) {
		Upload upload = upload(id, person);
		try {
			this.imports.confirm(upload, person.id());
			return "redirect:/people/import/{id}";
		}
		catch (RefusedException ex) {
			// The preview checks again and says what is wrong by now.
			return "redirect:/people/import/{id}?refused";
		}
		catch (PessimisticLockingFailureException ex) {
			// A second click, while the first one is still at work.
			return "redirect:/people/import/{id}?busy";
		}
	}

	private List<Row> rows(List<Newcomer> newcomers) {
		return newcomers.stream()
			.limit(LISTED)
			.map(newcomer -> newcomer.as(""))
			.map(person -> new Row(person, this.organizations.of(person)))
			.toList();
	}

	private static void requireAdministrator(Person person) {
		Access.require(person, Role.ADMINISTRATOR);
	}

	private Upload upload(UUID id, Person person) {
		requireAdministrator(person);
		return this.uploads.find(id, person.id()).orElseThrow(MissingException::new);
	}

	private static StaffSheet read(MultipartFile file) {
		try {
			Path copy = Files.createTempFile("huhang-people-", ".xlsx");
			try {
				file.transferTo(copy);
				return StaffSheet.read(copy);
			}
			finally {
				Files.deleteIfExists(copy);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// Browsers of old send the whole path.
	private static String name(MultipartFile file) {
		String name = String.valueOf(file.getOriginalFilename()).replaceAll("^.*[/\\\\]|\\p{C}", "");
		return name.isBlank() ? "人员名单.xlsx" : name;
	}

	private static ResponseEntity<byte[]> download(String name, byte[] content) {
		ContentDisposition attachment = ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
			.contentType(MediaType.parseMediaType(StaffWorkbook.MEDIA_TYPE))
			.body(content);
	}

}
