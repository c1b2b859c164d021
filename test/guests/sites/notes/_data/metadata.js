export default { title: "Notes", author: { name: "Vera Holt", url: "https://notes.example/vera/" } };
